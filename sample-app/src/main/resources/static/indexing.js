const WHILE_BUSY = 1000;
const AFTER_A_FAILURE = 4000;

const section = document.getElementById("indexing");
const title = document.getElementById("indexing-title");
const detail = document.getElementById("indexing-detail");
const bar = document.getElementById("indexing-bar");
const size = document.getElementById("index-size");

const count = (number) => number.toLocaleString("en");

function say(heading, text, kind = "") {
	section.hidden = false;
	section.className = kind;
	title.textContent = heading;
	detail.textContent = text;
	bar.hidden = kind === "error";
}

function draw(status) {
	const searchable = count(status.unchanged + status.written);
	switch (status.state) {
		case "READY":
			section.hidden = true;
			size.textContent = `${searchable} properties. Say what you want to do, in your own words.`;
			break;
		case "WRITING":
			say("Filling the index", `${count(status.written)} of ${count(status.toWrite)} properties, `
				+ `${Math.round(status.perSecond)} per second, ${status.secondsLeft} s left. You can search already.`);
			bar.value = status.written / Math.max(1, status.toWrite);
			break;
		case "FAILED":
			say("The index is not up to date", status.problem ?? "See the log of the application.", "error");
			break;
		default:
			say("Reading configuration metadata", "Looking for properties in jars …");
			bar.removeAttribute("value");
	}
}

/** Shows how far the index is, until it is ready. */
export async function watchIndex(listener) {
	let pause = WHILE_BUSY;
	try {
		const response = await fetch("/api/status");
		const status = await response.json();
		draw(status);
		listener(status.state);
		if (status.state === "READY" || status.state === "FAILED") {
			return;
		}
	}
	catch {
		say("The application does not answer", "Is it still running? Trying again …", "error");
		pause = AFTER_A_FAILURE;
	}
	setTimeout(() => watchIndex(listener), pause);
}
