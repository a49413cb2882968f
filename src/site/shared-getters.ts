/**
 * Makes a function that copies a thing and adds properties that are found out each time that they are asked for. All
 * copies share these functions: V8 gives an object with functions of its own a table of its own, ten times its size.
 */
export function withShared<Base extends object, More extends object>(
  getters: {
    readonly [Key in keyof More]: (of: Base & More) => More[Key];
  },
): (base: Base) => Base & More {
  const descriptors = Object.fromEntries(
    Object.entries<(of: Base & More) => unknown>(getters).map(([key, getter]) => [
      key,
      {
        enumerable: true,
        get(this: Base & More) {
          return getter(this);
        },
      },
    ]),
  );
  // A copy by `...` has a shape of its own in Node 20.
  return (base) => Object.defineProperties(Object.assign(Object.create(Object.prototype), base), descriptors);
}
