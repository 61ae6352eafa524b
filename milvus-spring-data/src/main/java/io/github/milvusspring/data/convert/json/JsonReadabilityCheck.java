package io.github.milvusspring.data.convert.json;

import java.nio.charset.StandardCharsets;

/**
 * Refuses JSON that can be written but not be read back, before it is sent. One such
 * value would make its row unreadable, and every result that contains the row.
 *
 * @param depth the maximum nesting depth of objects and arrays
 * @param number the maximum number of characters of a number
 * @param text the maximum number of characters of a text
 * @param name the maximum number of characters of a name
 */
record JsonReadabilityCheck(int depth, int number, int text, int name) {

	/** A number with more characters than this may be too large for a double. */
	private static final int DIGITS_OF_DOUBLE = 300;

	byte[] check(byte[] json) {
		int open = 0;
		int at = 0;
		while (at < json.length) {
			byte c = json[at];
			if (c == '"') {
				int end = endOfText(json, at);
				boolean named = isName(json, end);
				checkText(json, at + 1, end, named);
				at = end + 1;
			}
			else if (c == '{' || c == '[') {
				open++;
				require(open <= this.depth, "objects or arrays within each other", this.depth + " levels");
				at++;
			}
			else if (c == '}' || c == ']') {
				open--;
				at++;
			}
			else if (c == '-' || (c >= '0' && c <= '9')) {
				at = number(json, at);
			}
			else if (c == 'N' || c == 'I') {
				throw new IllegalArgumentException("it holds NaN or infinity, which JSON does not have");
			}
			else {
				at++;
			}
		}
		return json;
	}

	private static int endOfText(byte[] json, int start) {
		int end = start + 1;
		while (end < json.length && json[end] != '"') {
			end += (json[end] == '\\') ? 2 : 1;
		}
		return Math.min(end, json.length);
	}

	private static boolean isName(byte[] json, int end) {
		int next = end + 1;
		while (next < json.length && json[next] <= ' ') {
			next++;
		}
		return next < json.length && json[next] == ':';
	}

	private void checkText(byte[] json, int start, int end, boolean named) {
		int longest = named ? this.name : this.text;
		if (end - start > longest) {
			require(new String(json, start, end - start, StandardCharsets.UTF_8).length() <= longest,
					named ? "a key" : "a text", longest + " characters");
		}
		for (int i = start; i < end; i++) {
			if (json[i] != '\\') {
				continue;
			}
			i++;
			if (i + 4 < json.length && json[i] == 'u' && isSurrogate(json, i)) {
				boolean pair = isHigh(json, i) && i + 10 < end && json[i + 5] == '\\' && json[i + 6] == 'u'
						&& isSurrogate(json, i + 6) && !isHigh(json, i + 6);
				if (!pair) {
					throw new IllegalArgumentException("it holds half of a surrogate pair, which is not valid Unicode");
				}
				i += 10;
			}
		}
	}

	private static boolean isSurrogate(byte[] json, int u) {
		return (json[u + 1] | 0x20) == 'd' && Character.digit(json[u + 2], 16) >= 8;
	}

	private static boolean isHigh(byte[] json, int u) {
		return Character.digit(json[u + 2], 16) < 12;
	}

	private int number(byte[] json, int start) {
		int end = start + 1;
		boolean exponent = false;
		while (end < json.length && isOfNumber(json[end])) {
			exponent |= json[end] == 'e' || json[end] == 'E';
			end++;
		}
		if (end < json.length && json[end] == 'I') {
			throw new IllegalArgumentException("it holds NaN or infinity, which JSON does not have");
		}
		int length = end - start;
		require(length <= this.number, "a number", this.number + " characters");
		if (exponent || length > DIGITS_OF_DOUBLE) {
			String text = new String(json, start, length, StandardCharsets.US_ASCII);
			if (Double.isInfinite(Double.parseDouble(text))) {
				throw new IllegalArgumentException(
						"it holds the number " + ((length > 40) ? text.substring(0, 40) + "…" : text)
								+ ", and numbers in JSON are of the range of a double");
			}
		}
		return end;
	}

	private static boolean isOfNumber(byte c) {
		return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
	}

	private static void require(boolean fits, String what, String limit) {
		if (!fits) {
			throw new IllegalArgumentException("it holds " + what + " of more than " + limit
					+ ", which would not be read back (Jackson's StreamReadConstraints)");
		}
	}

}
