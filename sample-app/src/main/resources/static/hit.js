const template = document.getElementById("hit");

function code(text) {
	const element = document.createElement("code");
	element.textContent = text;
	return element;
}

// Lets a long name break after its dots and hyphens.
function breakable(text) {
	return text.split(/(?<=[.\-])/).flatMap((part) => [part, document.createElement("wbr")]);
}

function shortType(type) {
	return type.replaceAll(/([a-z_][\w]*\.)+(?=[A-Z])/g, "").replaceAll("$", ".");
}

async function copy(button, text) {
	try {
		await navigator.clipboard.writeText(text);
		button.textContent = "Copied";
	}
	catch {
		button.textContent = "Not allowed";
	}
	setTimeout(() => button.textContent = "Copy", 1500);
}

function describeDeprecation(element, hit, ask) {
	element.hidden = false;
	element.append(hit.deprecationReason ?? "Should no longer be used.");
	if (hit.replacement) {
		const link = document.createElement("button");
		link.type = "button";
		link.className = "link";
		link.append(code(hit.replacement));
		link.addEventListener("click", () => ask(hit.replacement, ""));
		element.append(" Use ", link);
	}
}

/** Draws one property, its score as a part of the full score; everything of it is text, never markup. */
export function renderHit(hit, fullScore, ask) {
	const item = template.content.cloneNode(true).firstElementChild;
	const find = (selector) => item.querySelector(selector);
	find("article").setAttribute("aria-label", hit.name);
	find("h3").append(...breakable(hit.name));
	const description = find(".description");
	description.textContent = hit.description || "No description.";
	description.classList.toggle("none", !hit.description);
	if (hit.deprecated) {
		find(".badge").hidden = false;
		find("article").classList.add("deprecated");
		describeDeprecation(find(".deprecation"), hit, ask);
	}
	find("meter").value = Math.max(0, hit.score / fullScore);
	find(".score span").textContent = hit.score.toFixed(3);
	find(".default").append(hit.defaultValue === null ? "none" : code(hit.defaultValue));
	find(".default").classList.toggle("none", hit.defaultValue === null);
	const type = find(".type");
	type.append(hit.type === null ? "not declared" : code(shortType(hit.type)));
	type.classList.toggle("none", hit.type === null);
	type.title = hit.type ?? "";
	find(".library").textContent = `${hit.artifact} ${hit.version}`.trim();
	const button = find(".copy");
	button.setAttribute("aria-label", `Copy ${hit.name}`);
	button.addEventListener("click", () => copy(button, hit.name));
	return item;
}
