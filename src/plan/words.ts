/** A text in both languages of the product; a missing translation does not compile. */
export type Language = "en" | "ru";
export type Words = Readonly<Record<Language, string>>;
