import { Fragment, h, type ComponentChild } from 'preact';
import type { Markup } from '../../lib/report/markup.ts';
import { pictureColours, pictureStyle } from '../../lib/report/style.ts';

const toNode = (node: Markup): ComponentChild => (typeof node === 'string' ? node : h(node.tag, { ...node.attributes }, ...node.children.map(toNode)));

/** A picture or a table of lib/report as nodes of this page: text stays text. */
export const Drawn = ({ nodes }: { nodes: readonly Markup[] }) => h(Fragment, {}, ...nodes.map(toNode));

/** How pictures look; once a page. */
export const ChartStyle = () => <style>{`.pr-place { ${pictureColours.replace(/\n/gu, ' ')} }\n${pictureStyle}\n.pr-place .pr-figure { margin: 0 0 16px; }\n.pr-place p + .pr-figure { margin-block-start: 8px; }\n.pr-choices { display: flex; flex-wrap: wrap; gap: 16px 24px; }`}</style>;
