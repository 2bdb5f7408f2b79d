/** Numbers without a format are shown with a decimal comma in the Russian interface. Univer does so only for cells that have a format. */
import { CellValueType, InterceptorEffectEnum, type Injector } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Language } from "../../catalogue/words";

export function showDecimalComma(injector: Injector, language: () => Language): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    handler(cell, _location, next) {
      const after = next(cell);
      if (language() !== "ru" || typeof after?.v !== "number" || after.t === CellValueType.BOOLEAN || Number.isInteger(after.v)) return after;
      const shown = String(Number(after.v.toPrecision(12)));
      // A copy: the cell itself keeps its number.
      return { ...after, v: shown.replace(".", ","), t: CellValueType.NUMBER };
    },
  });
}
