/** Error values as a cell of the sheet holds them: the engine knows them by their text. */
const ERRORS: ReadonlySet<string> = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#ERROR!", "#CONNECT!", "#CYCLE!", "#GETTING_DATA"]);

export const isErrorText = (text: string): boolean => ERRORS.has(text);
