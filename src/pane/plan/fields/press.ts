/**
 * For `onMouseDown` of the main button of a form. A press takes the focus out of the field before it is a click: what is wrong with the field
 * would be told then, move the button away under the pointer, and the click would go nowhere. The focus stays until the click; saving moves it.
 */
export const wholePress = (event: MouseEvent): void => event.preventDefault();
