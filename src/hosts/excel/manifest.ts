/** The manifest of a deployment, made from manifest.xml at the root. */

/** Where manifest.xml says the files are. */
export const DEVELOPMENT_HOST = "https://localhost:3000";

export type Deployment = {
  /** Where dist/excel will be served: https, without a slash at the end. */
  readonly host: string;
  /** A prefix for the function names, such as SALES in =SALES.CAC(); empty: none. Changing it later breaks saved workbooks. */
  readonly namespace: string;
};

/** @throws Error where an option cannot be used, before anything is built with it */
export function deployment(options: { readonly host?: unknown; readonly namespace?: unknown }): Deployment {
  const host = String(options.host ?? DEVELOPMENT_HOST).replace(/\/$/, "");
  const namespace = String(options.namespace ?? "");
  if (new URL(host).protocol !== "https:" || new URL(host).search !== "") throw new Error(`--env host=${host}: Office loads add-ins over https only`);
  if (namespace !== "" && !/^[A-Z][A-Z0-9_]{1,31}$/.test(namespace)) throw new Error(`--env namespace=${namespace}: capital Latin letters, digits and _, at most 32`);
  return { host, namespace };
}

export function deployedManifest(source: string, { host, namespace }: Deployment): string {
  const moved = source.replaceAll(DEVELOPMENT_HOST, host);
  if (namespace === "") return moved;
  return moved
    .replace(/( *)(<Metadata>.*<\/Metadata>)/, '$1$2\n$1<Namespace resid="Functions.Namespace"/>')
    .replace(/( *)<\/bt:ShortStrings>/, `$1  <bt:String id="Functions.Namespace" DefaultValue="${namespace}"/>\n$1</bt:ShortStrings>`);
}
