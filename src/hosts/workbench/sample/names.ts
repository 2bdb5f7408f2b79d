/** Made-up names of the sample, in both languages. */
import type { Language, Words } from "../../../catalogue/words";

export const SOURCE_NAMES: readonly Words[] = [
  { en: "Website", ru: "Сайт" }, { en: "Advertising", ru: "Реклама" }, { en: "Referral", ru: "Рекомендация" }, { en: "Event", ru: "Мероприятие" }, { en: "Outbound call", ru: "Холодный звонок" },
];
export const OWNER_NAMES: readonly Words[] = [
  { en: "Anna Bell", ru: "Анна Белова" }, { en: "Boris Clark", ru: "Борис Климов" }, { en: "Vera Grant", ru: "Вера Гранина" },
  { en: "Gleb Hale", ru: "Глеб Хомутов" }, { en: "Daria Moss", ru: "Дарья Мохова" }, { en: "Egor Stone", ru: "Егор Каменев" },
];
export const REASON_NAMES: readonly Words[] = [
  { en: "Price", ru: "Цена" }, { en: "No budget", ru: "Нет бюджета" }, { en: "Chose a competitor", ru: "Выбрали конкурента" }, { en: "No answer", ru: "Перестали отвечать" }, { en: "Bad timing", ru: "Не время" },
];

const FIRST: Record<Language, readonly string[]> = {
  en: "Alder Amber Anchor Aspen Beacon Birch Bridge Bright Cedar Clear Cobalt Copper Coral Crest Delta Ember Falcon Fern Field Granite Harbor Hazel Horizon Iris Juniper Lark Linden Maple Meadow Nimbus North Oak Orchid Pine Quartz River Sable Summit Tide Willow".split(" "),
  ru: "Аврора Азимут Алмаз Ангара Арсенал Атлант Байкал Берег Бирюза Вектор Вершина Волна Восток Гамма Гранит Дельта Енисей Зенит Ильмень Исток Каскад Кедр Ключ Контур Кристалл Лидер Луч Магнит Маяк Метеор Нева Опора Орбита Парус Причал Радуга Родник Рубеж Север Сокол".split(" "),
};
const SECOND: Record<Language, readonly string[]> = {
  en: "Analytics;Bakery;Clinic;Consulting;Dairy;Design;Devices;Energy;Farms;Fitness;Foods;Furniture;Garden;Glass;Hotels;Insurance;Interiors;Lab;Legal;Lighting;Logistics;Machines;Media;Motors;Optics;Paper;Pharma;Print;Retail;School;Security;Software;Sports;Studio;Supply;Systems;Textile;Tools;Travel;Works".split(";"),
  ru: "Агро;Аналитика;Безопасность;Бумага;Дизайн;Инструмент;Интерьер;Клиника;Консалтинг;Лаборатория;Логистика;Маркет;Мебель;Медиа;Мотор;Обувь;Оптика;Отель;Пекарня;Печать;Пластик;Право;Прибор;Программы;Сад;Свет;Сервис;Система;Спорт;Станки;Стекло;Страхование;Строй;Студия;Текстиль;Транс;Тур;Фарма;Школа;Энерго".split(";"),
};

/** 1,600 different companies: forty first words with forty second words. */
export const customerName = (number: number, language: Language): string =>
  `${FIRST[language][Math.floor(number / 40) % 40] ?? ""} ${SECOND[language][number % 40] ?? ""}`;
export const dealName = (number: number): string => `D-${String(number + 1).padStart(4, "0")}`;
