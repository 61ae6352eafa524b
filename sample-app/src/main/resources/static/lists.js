import { renderHit } from "./hit.js";

const template = document.getElementById("list");

const TITLES = { meaning: "Meaning", words: "Words", both: "Both" };

/** Scores by meaning are at most 1; the others have no end, so the best hit's is the full one. */
function fullScore(mode, hits) {
	return mode === "meaning" ? 1 : Math.max(Number.MIN_VALUE, ...hits.map((hit) => hit.score));
}

/** Draws the hits of one way of searching. */
export function renderList(mode, hits, ask) {
	const section = template.content.cloneNode(true).firstElementChild;
	const title = section.querySelector("h2");
	section.dataset.mode = mode;
	title.textContent = TITLES[mode];
	section.setAttribute("aria-label", TITLES[mode]);
	const full = fullScore(mode, hits);
	section.querySelector("ol").append(...hits.map((hit) => renderHit(hit, full, ask)));
	const nothing = section.querySelector(".nothing");
	nothing.hidden = hits.length > 0;
	nothing.textContent = mode === "words" ? "No property has any of these words." : "Nothing found.";
	return section;
}

/** Moves the focus from hit to hit within a list, or to the same place in the list beside it. */
export function moveBetweenHits(results, event, question) {
	const lists = [...results.querySelectorAll("ol")].map((list) => [...list.querySelectorAll("article")])
		.filter((hits) => hits.length > 0);
	if (lists.length === 0) {
		return;
	}
	const current = document.activeElement.closest("article");
	const column = lists.findIndex((hits) => hits.includes(current));
	const row = column < 0 ? -1 : lists[column].indexOf(current);
	const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
	if (aside !== 0 && column < 0) {
		return;
	}
	event.preventDefault();
	const hits = lists[Math.min(Math.max(0, column + aside), lists.length - 1)];
	const next = row + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0);
	(next < 0 ? question : hits[Math.min(next, hits.length - 1)]).focus();
}
