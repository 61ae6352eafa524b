package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The subject of a condition: a property, a value inside it, or a value computed from it.
 */
sealed interface Term extends Operand {

	/** Finds a step of a path: a key, or an index in brackets. */
	Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d{1,9})]");

	/** A property, a dynamic field or, inside a filter on elements, a sub-field. */
	record Property(String name) implements Term {
	}

	/** The value of a key of a JSON object. */
	record Key(Term base, String name) implements Term {

		public Key {
			checkDepth(base);
			if (name.isEmpty()) {
				throw new IllegalArgumentException("The key of a JSON object is empty, which no server can look for");
			}
		}

	}

	/** An element of an array. */
	record Element(Term base, int index) implements Term {

		public Element {
			checkDepth(base);
			if (index < 0) {
				throw new IllegalArgumentException("An index counts from 0: not " + index);
			}
		}

	}

	/** A sub-field of an array of structs, or of one of its elements. */
	record SubField(Term base, String name) implements Term {
	}

	/** The number of elements of an array. */
	record Length(Term array) implements Term {
	}

	/** A number computed from another number, or a time from another time. */
	record Arithmetic(Term left, Sign sign, Object right) implements Term {

		public Arithmetic {
			checkDepth(left);
			if (left instanceof Length) {
				throw new IllegalArgumentException(
						"A filter does not compute with the length of an array: compare the length itself");
			}
			boolean sum = sign == Sign.PLUS || sign == Sign.MINUS;
			if (!(right instanceof Number || (sum && right instanceof Duration))) {
				throw new IllegalArgumentException(
						"A filter computes with numbers, or adds and subtracts a Duration: not "
								+ right.getClass().getSimpleName());
			}
			// Some servers crash when they divide by zero.
			if ((sign == Sign.DIVIDE || sign == Sign.MODULO) && ((Number) right).doubleValue() == 0) {
				throw new IllegalArgumentException("A filter cannot divide by zero");
			}
		}

		boolean divides() {
			return this.sign == Sign.DIVIDE || this.sign == Sign.MODULO;
		}

	}

	/** The maximum number of steps to a value, because servers parse them recursively. */
	int DEEPEST = 100;

	/** Returns the term that a step starts from, {@code null} for a property. */
	private static @Nullable Term base(Term term) {
		return (term instanceof Key key) ? key.base()
				: (term instanceof Element element) ? element.base()
						: (term instanceof SubField field) ? field.base() : (term instanceof Length length)
								? length.array() : (term instanceof Arithmetic arithmetic) ? arithmetic.left() : null;
	}

	private static void checkDepth(Term term) {
		int steps = 0;
		for (Term step = term; step != null; step = base(step)) {
			steps++;
		}
		if (steps > DEEPEST) {
			throw new IllegalArgumentException("A filter goes " + DEEPEST + " steps into a document at most");
		}
	}

	/** An arithmetic operator. */
	enum Sign {

		PLUS("+"), MINUS("-"), MULTIPLY("*"), DIVIDE("/"), MODULO("%");

		private final String symbol;

		Sign(String symbol) {
			this.symbol = symbol;
		}

		String symbol() {
			return this.symbol;
		}

		boolean bindsTighterThan(Sign other) {
			return ordinal() >= MULTIPLY.ordinal() && other.ordinal() < MULTIPLY.ordinal();
		}

	}

	/**
	 * Parses the name of a property, or a path such as {@code meta.a.b[0]}. Any other
	 * text is taken as a name, which the writer refuses later.
	 */
	static Term of(String text) {
		if (text == null || text.isEmpty()) {
			throw new IllegalArgumentException(
					"A filter names a property, which is " + ((text != null) ? "empty" : text));
		}
		int position = 0;
		while (position < text.length() && text.charAt(position) != '.' && text.charAt(position) != '[') {
			position++;
		}
		Term term = new Property(text.substring(0, position));
		Matcher step = STEP.matcher(text);
		while (position < text.length()) {
			if (!step.region(position, text.length()).lookingAt()) {
				return new Property(text);
			}
			term = (step.group(1) != null) ? new Key(term, step.group(1))
					: new Element(term, Integer.parseInt(step.group(2)));
			position = step.end();
		}
		return term;
	}

}
