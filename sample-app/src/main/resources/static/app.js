import { watchIndex } from "./indexing.js";
import { moveBetweenHits, renderList } from "./lists.js";

const EXAMPLES = [
	"how do I limit upload size",
	"which port does the web server listen on",
	"where do log files go",
	"compress http responses",
	"how long may a request take before it is given up",
	"turn off the startup banner",
	"show the SQL that Hibernate runs",
	"use virtual threads",
];

const PAUSE_IN_TYPING = 250;

const SIDE_BY_SIDE = "side-by-side";

const byId = (id) => document.getElementById(id);
const form = byId("search");
const question = byId("q");
const filters = ["artifact", "deprecated", "limit"].map(byId);
const modes = form.elements.mode;
const results = byId("results");
const summary = byId("summary");
const message = byId("message");
const examples = byId("examples");

let running = new AbortController();
let typing = 0;
let indexState = "STARTING";

function show(part, visible) {
	part.hidden = !visible;
}

function tell(title, detail, kind) {
	message.className = kind;
	message.replaceChildren();
	const strong = document.createElement("strong");
	strong.textContent = title;
	const text = document.createElement("span");
	text.textContent = detail;
	message.append(strong, text);
	show(message, true);
}

function parameters() {
	const values = new URLSearchParams();
	values.set("q", question.value.trim());
	for (const filter of filters) {
		if (filter.value !== "") {
			values.set(filter.name, filter.value);
		}
	}
	values.set("mode", modes.value);
	return values;
}

function remember(values, visit) {
	const kept = new URLSearchParams(values);
	if (!kept.has("deprecated")) {
		kept.set("deprecated", "");
	}
	const address = question.value.trim() === "" ? location.pathname : "?" + kept;
	if (visit && address !== location.search) {
		history.pushState(null, "", address);
	}
	else {
		history.replaceState(null, "", address);
	}
}

function recall() {
	const values = new URLSearchParams(location.search);
	question.value = values.get("q") ?? "";
	byId("deprecated").value = values.get("deprecated") ?? "false";
	byId("limit").value = values.get("limit") ?? "5";
	modes.value = values.get("mode") ?? "both";
	if (modes.value === "") {
		modes.value = "both";
	}
	const artifact = values.get("artifact") ?? "";
	const select = byId("artifact");
	if (![...select.options].some((option) => option.value === artifact)) {
		select.add(new Option(artifact, artifact));
	}
	select.value = artifact;
}

async function search(visit = false) {
	clearTimeout(typing);
	running.abort();
	running = new AbortController();
	const { signal } = running;
	const values = parameters();
	remember(values, visit);
	if (values.get("q") === "") {
		clear();
		return;
	}
	results.setAttribute("aria-busy", "true");
	show(examples, false);
	if (results.childElementCount === 0) {
		summary.textContent = "Searching …";
	}
	const started = performance.now();
	try {
		const mode = values.get("mode");
		const shown = mode === SIDE_BY_SIDE ? ["meaning", "words", "both"] : [mode];
		const hits = await Promise.all(shown.map((each) => fetchHits(values, each, signal)));
		showHits(shown, hits, Math.round(performance.now() - started));
	}
	catch (problem) {
		if (problem.name !== "AbortError") {
			results.replaceChildren();
			summary.textContent = "";
			const unreachable = problem instanceof TypeError;
			tell("The search did not work", unreachable ? "The application does not answer. Is it still running?"
				: problem.message, "error");
		}
	}
	finally {
		if (!signal.aborted) {
			results.removeAttribute("aria-busy");
		}
	}
}

async function fetchHits(values, mode, signal) {
	const query = new URLSearchParams(values);
	query.set("mode", mode);
	const response = await fetch("/api/search?" + query, { signal });
	const body = await response.json();
	if (!response.ok) {
		throw new Error(body.detail ?? `The server answered with ${response.status}.`);
	}
	return body;
}

function showHits(shown, hits, milliseconds) {
	const aside = shown.length > 1;
	document.body.classList.toggle("aside", aside);
	show(message, false);
	const most = Math.max(...hits.map((list) => list.length));
	if (most > 0) {
		results.replaceChildren(...shown.map((mode, i) => renderList(mode, hits[i], ask)));
		const best = most === 1 ? "The best property" : `The ${most} best properties`;
		summary.textContent = `${best}${aside ? " of each search" : ""}, in ${milliseconds} ms`;
		return;
	}
	results.replaceChildren();
	summary.textContent = "";
	if (indexState === "READY") {
		tell("Nothing found", shown[0] === "words" ? "No property with any of these words passes the filters: "
			+ "search by meaning, too." : "No property passes these filters: choose all libraries, or current and "
			+ "deprecated both.", "empty");
	}
	else {
		tell("Nothing found yet", "The index is still being filled; the search is done again when it is ready.", "empty");
	}
}

function clear() {
	results.replaceChildren();
	document.body.classList.remove("aside");
	results.removeAttribute("aria-busy");
	summary.textContent = "";
	show(message, false);
	show(examples, true);
}

function ask(text, deprecated) {
	question.value = text;
	if (deprecated !== undefined) {
		byId("deprecated").value = deprecated;
	}
	search(true);
	question.focus();
}

async function loadArtifacts() {
	try {
		const response = await fetch("/api/artifacts");
		if (!response.ok) {
			return;
		}
		const select = byId("artifact");
		const selected = select.value;
		const options = Object.entries(await response.json())
			.map(([name, count]) => new Option(`${name} (${count})`, name));
		select.replaceChildren(new Option("All libraries", ""), ...options);
		if (selected !== "" && !options.some((option) => option.value === selected)) {
			select.add(new Option(selected, selected));
		}
		select.value = selected;
	}
	catch {
		// The list of libraries is a convenience: searching goes on without it.
	}
}

document.addEventListener("keydown", (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	const inSelect = event.target instanceof HTMLSelectElement;
	if (event.key.startsWith("Arrow") && !inSelect && event.target.type !== "radio") {
		moveBetweenHits(results, event, question);
	}
	else if (event.key === "Escape") {
		question.value = "";
		question.focus();
		search();
	}
	else if (event.target !== question && !inSelect) {
		if (event.key === "/") {
			event.preventDefault();
			question.focus();
			question.select();
		}
		else if (event.key === "c") {
			document.activeElement.closest("article")?.querySelector(".copy").click();
		}
	}
});

byId("theme").addEventListener("click", () => {
	const root = document.documentElement;
	const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
	root.dataset.theme = dark ? "light" : "dark";
	localStorage.setItem("theme", root.dataset.theme);
});

form.addEventListener("submit", (event) => {
	event.preventDefault();
	search(true);
});
question.addEventListener("input", () => {
	clearTimeout(typing);
	typing = setTimeout(search, PAUSE_IN_TYPING);
});
[...filters, ...modes].forEach((filter) => filter.addEventListener("change", () => search(true)));
addEventListener("popstate", () => {
	recall();
	search();
});

examples.querySelector("ul").append(...EXAMPLES.map((text) => {
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = text;
	button.addEventListener("click", () => ask(text));
	const item = document.createElement("li");
	item.append(button);
	return item;
}));

recall();
search();
watchIndex((state) => {
	const becameReady = state === "READY" && indexState !== "READY";
	indexState = state;
	if (becameReady) {
		loadArtifacts();
		search();
	}
});
