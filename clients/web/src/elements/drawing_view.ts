import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import {
  otherSide,
  type Drawing,
  type DrawingRegion,
  type DrawingView,
  type Side,
} from '../pickers/drawing.js';
import type { Strings } from '../strings.js';

/** What a drawing needs to know, and says when it is used. */
export interface DrawingUse {
  readonly strings: Strings;
  readonly offers: (option: string) => boolean;
  /** `side` is null for what there is one of. */
  readonly ticked: (option: string, side: Side | null) => boolean;
  readonly hovered: string;
  readonly tap: (option: string, side: Side | null) => void;
  readonly hover: (option: string) => void;
}

/** The views of a drawing, hidden from screen readers: the list says it all. */
export function drawingView(drawing: Drawing, use: DrawingUse): TemplateResult {
  return html`<div class="views" aria-hidden="true">
    ${drawing.views.map((view, index) => figureView(drawing, view, index, use))}
  </div>`;
}

function figureView(
  drawing: Drawing,
  view: DrawingView,
  index: number,
  use: DrawingUse,
): TemplateResult {
  const { width, height, outline } = drawing;
  const cut = `outline-${String(index)}`;
  const mirror = `matrix(-1 0 0 1 ${String(width)} 0)`;
  const regions = view.regions.filter((region) => use.offers(region.option));
  const { yourSides } = use.strings;
  return html`<figure>
    <svg viewBox="0 0 ${width} ${height}" focusable="false">
      <clipPath id=${cut}>
        <path d=${outline}></path>
        <path d=${outline} transform=${mirror}></path>
      </clipPath>
      <g clip-path="url(#${cut})">
        <rect class="skin" width=${width} height=${height}></rect>
        ${regions.map((region) => regionsView(region, view.viewer_left, mirror, use))}
      </g>
      <path class="outline" d=${outline}></path>
      <path class="outline" d=${outline} transform=${mirror}></path>
    </svg>
    <figcaption>
      <span>${yourSides[view.viewer_left]}</span>
      <b>${view.name}</b>
      <span>${yourSides[otherSide(view.viewer_left)]}</span>
    </figcaption>
  </figure>`;
}

function regionsView(
  region: DrawingRegion,
  side: Side,
  mirror: string,
  use: DrawingUse,
): SVGTemplateResult | SVGTemplateResult[] {
  if (!region.paired) return regionView(region, null, '', use);
  return [
    regionView(region, side, '', use),
    regionView(region, otherSide(side), mirror, use),
  ];
}

function regionView(
  { option, path }: DrawingRegion,
  side: Side | null,
  transform: string,
  use: DrawingUse,
): SVGTemplateResult {
  const ticked = use.ticked(option, side) ? 'ticked' : '';
  const hovered = use.hovered === option ? 'hovered' : '';
  return svg`<path class="region ${ticked} ${hovered}" d=${path} transform=${transform}
    data-option=${option} data-side=${side ?? ''}
    @click=${(): void => {
      use.tap(option, side);
    }}
    @mouseenter=${(): void => {
      use.hover(option);
    }}
    @mouseleave=${(): void => {
      use.hover('');
    }}></path>`;
}
