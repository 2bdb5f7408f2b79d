/** Fails on first touch of a member that is not there, so that no test can pass by accident. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === "string" && !(key in object)) throw new Error(`the fake ${name} has no ${key}`);
      return Reflect.get(object, key, receiver) as unknown;
    },
  });
}
