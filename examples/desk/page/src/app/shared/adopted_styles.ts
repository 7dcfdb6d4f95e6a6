import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { OnDestroy } from '@angular/core';

/** Components' styles as constructed sheets: a content policy that allows no inline style has nothing against them. */
@Injectable()
export class AdoptedStyles implements OnDestroy {
  readonly #document = inject(DOCUMENT);
  readonly #sheets = new Map<string, { sheet: CSSStyleSheet; uses: number }>();

  addStyles(styles: string[]): void {
    for (const text of styles) {
      const known = this.#sheets.get(text);
      if (known) known.uses += 1;
      else this.#adopt(text);
    }
  }
  removeStyles(styles: string[]): void {
    for (const text of styles) {
      const known = this.#sheets.get(text);
      if (!known || --known.uses > 0) continue;
      this.#sheets.delete(text);
      this.#keepOnly((sheet) => sheet !== known.sheet);
    }
  }
  addHost(): void {}
  removeHost(): void {}
  ngOnDestroy(): void {
    const own = new Set([...this.#sheets.values()].map(({ sheet }) => sheet));
    this.#keepOnly((sheet) => !own.has(sheet));
  }
  #adopt(text: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    this.#sheets.set(text, { sheet, uses: 1 });
    this.#document.adoptedStyleSheets.push(sheet);
  }
  #keepOnly(wanted: (sheet: CSSStyleSheet) => boolean): void {
    this.#document.adoptedStyleSheets = this.#document.adoptedStyleSheets.filter(wanted);
  }
}
