package io.github.milvusspring.data.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of an index type, with the values that Milvus accepts for it.
 *
 * @param name the name of the parameter in Milvus
 * @param kind the kind of its values
 * @param least the minimum, for numbers
 * @param most the maximum, for numbers
 * @param words the accepted words, for {@link Kind#WORD}
 * @param required whether the server refuses an index without this parameter
 */
record IndexParameter(String name, Kind kind, double least, double most, List<String> words, boolean required) {

	enum Kind {

		WHOLE, NUMBER, FLAG, WORD

	}

	static IndexParameter whole(String name, long least, long most) {
		return new IndexParameter(name, Kind.WHOLE, least, most, List.of(), false);
	}

	static IndexParameter number(String name, double least, double most) {
		return new IndexParameter(name, Kind.NUMBER, least, most, List.of(), false);
	}

	static IndexParameter flag(String name) {
		return new IndexParameter(name, Kind.FLAG, 0, 0, List.of(), false);
	}

	static IndexParameter word(String name, String... words) {
		return new IndexParameter(name, Kind.WORD, 0, 0, List.of(words), false);
	}

	IndexParameter require() {
		return new IndexParameter(this.name, this.kind, this.least, this.most, this.words, true);
	}

	/**
	 * Checks a value.
	 * @param value the value as text
	 * @return what to write instead, {@code null} when the value is valid
	 */
	@Nullable String problemOf(String value) {
		return fits(value.trim()) ? null : "write " + this.name + "=" + range();
	}

	private boolean fits(String value) {
		try {
			return switch (this.kind) {
				case WHOLE -> Long.parseLong(value) >= this.least && Long.parseLong(value) <= this.most;
				case NUMBER -> Double.parseDouble(value) >= this.least && Double.parseDouble(value) <= this.most;
				case FLAG -> Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
				case WORD -> this.words.contains(value.toUpperCase(Locale.ROOT));
			};
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private String range() {
		return switch (this.kind) {
			case WHOLE -> "a whole number from " + (long) this.least
					+ ((this.most < Integer.MAX_VALUE) ? " to " + (long) this.most : " on");
			case NUMBER -> "a number from " + this.least + ((this.most < Float.MAX_VALUE) ? " to " + this.most : " on");
			case FLAG -> "true or false";
			case WORD -> "one of " + this.words;
		};
	}

}
