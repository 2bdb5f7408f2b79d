/** The phase Lead: this week, and the people one by one. */
import type { Screen } from "../screens";
import { Talk } from "./talk";
import { ThisWeek } from "./this-week";

export const LeadPhase = ({ screen }: { readonly screen: Screen }) => (screen.at === "talk" ? <Talk key={screen.name} name={screen.name} /> : <ThisWeek />);
