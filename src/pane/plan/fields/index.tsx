/** The field for a column, by what the column holds. */
import { columnOf } from "../../../plan/plan";
import { ChoiceField } from "./choice";
import { DateField } from "./date";
import { NumberField } from "./number";
import { PersonField } from "./person";
import { GoalField, TaskField } from "./ref";
import type { FieldProps } from "./shell";
import { TextField } from "./text";

const PEOPLE: readonly string[] = ["owner", "person", "author"];

export function FormField(props: FieldProps & { readonly unit?: string | undefined }) {
  const column = columnOf(props.form.table, props.field);
  if (PEOPLE.includes(props.field)) return <PersonField {...props} />;
  switch (column?.kind) {
    case "number":
    case "share":
      return <NumberField {...props} />;
    case "date":
      return <DateField {...props} />;
    case "code":
      return <ChoiceField {...props} />;
    case "ref":
      return column.to === "goals" ? <GoalField {...props} /> : column.to === "tasks" ? <TaskField {...props} /> : <TextField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

export { useForm, type Form } from "./use-form";
