package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses a filter template in one pass.
 */
final class FilterTemplateParser {

	private final String template;

	private final List<String> texts = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	private int at;

	private int textStart;

	FilterTemplateParser(String template) {
		this.template = template;
	}

	FilterTemplate parse() {
		if (this.template.isBlank()) {
			throw new IllegalArgumentException("A filter expression cannot be blank");
		}
		while (this.at < this.template.length()) {
			char c = this.template.charAt(this.at);
			if (c == '"' || c == '\'') {
				this.at = endOfText(this.at) + 1;
			}
			else if (c == ':' || c == '?') {
				place(c);
			}
			else {
				this.at++;
			}
		}
		this.texts.add(this.template.substring(this.textStart));
		return new FilterTemplate(this.texts, this.names);
	}

	private int endOfText(int start) {
		for (int i = start + 1; i < this.template.length(); i++) {
			char c = this.template.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == this.template.charAt(start)) {
				return i;
			}
		}
		throw problem("has a text without an end, from character " + start);
	}

	private void place(char sign) {
		int start = this.at + 1;
		boolean expression = this.template.startsWith("#{", start) || this.template.startsWith("${", start);
		int end = expression ? endOfExpression(start) : endOfName(start);
		if (end == start || (sign == '?' && !expression)) {
			throw problem("has a '" + sign + "' at character " + this.at
					+ " that is no place for a value: write :name with the name of a parameter");
		}
		if (joins(this.at - 1) || joins(end)) {
			throw problem("has a place for a value at character " + this.at
					+ " that touches a word: leave a space between them");
		}
		this.texts.add(this.template.substring(this.textStart, this.at));
		this.names.add(this.template.substring(start, end));
		this.at = end;
		this.textStart = end;
	}

	private int endOfName(int start) {
		int end = start;
		while (end < this.template.length() && (end == start) ? isNameStart(end) : isNamePart(end)) {
			end++;
		}
		return end;
	}

	// Braces within the quoted texts of an expression are ignored.
	private int endOfExpression(int start) {
		int depth = 0;
		for (int i = start + 1; i < this.template.length(); i++) {
			char c = this.template.charAt(i);
			if (c == '"' || c == '\'') {
				i = this.template.indexOf(c, i + 1);
				if (i < 0) {
					break;
				}
			}
			depth += (c == '{') ? 1 : (c == '}') ? -1 : 0;
			if (depth == 0) {
				return i + 1;
			}
		}
		throw problem("has an expression without an end, from character " + start);
	}

	private boolean isNameStart(int index) {
		return index < this.template.length() && Character.isJavaIdentifierStart(this.template.charAt(index))
				&& this.template.charAt(index) != '$';
	}

	private boolean isNamePart(int index) {
		return index < this.template.length() && Character.isJavaIdentifierPart(this.template.charAt(index))
				&& this.template.charAt(index) != '$';
	}

	// Tells whether a character beside a parameter would merge with its value.
	private boolean joins(int index) {
		if (index < 0 || index >= this.template.length()) {
			return false;
		}
		char c = this.template.charAt(index);
		return Character.isJavaIdentifierPart(c) || c == '"' || c == '\'' || c == '.' || c == ':' || c == '?';
	}

	private IllegalArgumentException problem(String text) {
		return new IllegalArgumentException("The filter expression '" + this.template + "' " + text);
	}

}
