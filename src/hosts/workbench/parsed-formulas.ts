/**
 * Keeps formulas parsed between two calculations. Before each calculation the engine asks for the tree of every formula of the workbook; it
 * remembers 5,000 of them and asks in the same order each time, so that one formula more makes it parse all of them for one typed cell.
 */
import { Inject, Injector, Plugin } from "@univerjs/core";
import { FormulaDependencyGenerator, IFormulaDependencyGenerator, type IFormulaDependencyTree } from "@univerjs/engine-formula";

type Node = ReturnType<FormulaDependencyGenerator["_getTreeNode"]>;

class RememberingGenerator extends FormulaDependencyGenerator {
  /** By workbook and formula: what this calculation has asked for, and what the last one did. */
  private now = new Map<string, Node>();
  private before = new Map<string, Node>();

  protected override async _generateTreeList(...given: Parameters<FormulaDependencyGenerator["_generateTreeList"]>) {
    // What nobody asks for any more is forgotten.
    this.before = this.isAsParsed() ? this.now : new Map();
    this.now = new Map();
    return super._generateTreeList(...given);
  }

  /** A name that was given or changed may be in any formula. */
  private isAsParsed(): boolean {
    const names = Object.values(this._currentConfigService.getDirtyDefinedNameMap());
    const tables = Object.values(this._currentConfigService.getDirtySuperTableMap());
    return [...names, ...tables].every((changed) => Object.keys(changed ?? {}).length === 0);
  }

  protected override _getTreeNode(tree: IFormulaDependencyTree): Node {
    const key = `${tree.unitId}\u0001${tree.formula}`;
    const node = this.now.get(key) ?? this.before.get(key) ?? super._getTreeNode(tree);
    this.now.set(key, node);
    return node;
  }
}

/** To be registered after the plug-in of the engine. */
export class ParsedFormulasPlugin extends Plugin {
  static override readonly pluginName = "VORONKA_PARSED_FORMULAS";

  constructor(_config: undefined, protected override readonly _injector: Injector) {
    super();
  }

  override onStarting(): void {
    this._injector.replace([IFormulaDependencyGenerator, { useClass: RememberingGenerator }]);
  }
}
Inject(Injector)(ParsedFormulasPlugin, "", 1);
