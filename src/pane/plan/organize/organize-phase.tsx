/** The phase Organize: tasks, resources, people, and what is not covered. */
import type { Screen } from "../screens";
import { CoverageMap } from "./coverage-map";
import { People } from "./people";
import { PersonForm } from "./person-form";
import { ResourceForm } from "./resource-form";
import { Resources } from "./resources";
import { Tasks } from "./tasks";

export function OrganizePhase({ screen }: { readonly screen: Screen }) {
  switch (screen.at) {
    case "resources":
      return <Resources />;
    case "resource":
      return <ResourceForm key={screen.row ?? `new ${screen.kind ?? ""}`} row={screen.row} kind={screen.kind ?? null} />;
    case "people":
      return <People />;
    case "person":
      return <PersonForm key={screen.row ?? "new"} row={screen.row} />;
    case "coverage":
      return <CoverageMap />;
    default:
      return <Tasks />;
  }
}
