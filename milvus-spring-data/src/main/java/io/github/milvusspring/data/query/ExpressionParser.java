package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.milvusspring.data.query.ExpressionPlace.Use;
import io.github.milvusspring.data.query.ExpressionToken.Kind;
import io.github.milvusspring.data.query.Predicate.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Milvus expression: whether it can be one, which fields it names, and what it
 * does with the values in it. It is more liberal than the servers, so that it refuses
 * nothing that one of them takes.
 */
final class ExpressionParser {

	private static final Map<String, Operator> OPERATORS = Map.of("==", Operator.EQ, "!=", Operator.NE, "<",
			Operator.LT, "<=", Operator.LE, ">", Operator.GT, ">=", Operator.GE);

	private static final List<List<String>> ARITHMETIC = List.of(List.of("|"), List.of("^"), List.of("&"),
			List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"), List.of("**"));

	private final List<ExpressionToken> tokens;

	private final List<Term> terms = new ArrayList<>();

	private final List<Term> ordered = new ArrayList<>();

	private final Map<Integer, ExpressionPlace> places = new TreeMap<>();

	private int next;

	private ExpressionParser(String expression) {
		this.tokens = ExpressionLexer.tokens(expression);
	}

	static Expression parse(String expression) {
		ExpressionParser parser = new ExpressionParser(expression);
		parser.disjunction();
		if (parser.peek().kind() != Kind.END) {
			throw parser.unexpected();
		}
		return new Expression(parser.terms, parser.ordered, List.copyOf(parser.places.values()));
	}

	private Part disjunction() {
		Part part = conjunction();
		while (takeWord("or") || take("||")) {
			part = new Part(part.start(), conjunction().end());
		}
		return part;
	}

	private Part conjunction() {
		Part part = negation();
		while (takeWord("and") || take("&&")) {
			part = new Part(part.start(), negation().end());
		}
		return part;
	}

	private Part negation() {
		int start = peek().start();
		if (takeWord("not") || take("!") || takeWord("exists")) {
			return new Part(start, negation().end());
		}
		return comparison();
	}

	private Part comparison() {
		Part left = arithmetic(0);
		boolean chained = false;
		while (true) {
			Operator operator = (peek().kind() == Kind.SYMBOL) ? OPERATORS.get(peek().text()) : null;
			if (operator != null) {
				this.next++;
				Part right = arithmetic(0);
				boolean goesOn = peek().kind() == Kind.SYMBOL && OPERATORS.containsKey(peek().text());
				compare(left, operator, right, !chained && !goesOn);
				chained = true;
				left = goesOn ? right : new Part(left.start(), right.end());
			}
			else if (takeWord("like") || take("=~") || take("!~")) {
				left = new Part(left.start(), arithmetic(0).end());
			}
			else if (takeWord("is")) {
				takeWord("not");
				require(takeWord("null"));
				left = new Part(left.start(), this.tokens.get(this.next - 1).end());
			}
			else if (peek().isWord("in") || (peek().isWord("not") && this.tokens.get(this.next + 1).isWord("in"))) {
				left = in(left);
			}
			else {
				return left;
			}
		}
	}

	private Part in(Part left) {
		boolean negated = takeWord("not");
		this.next++;
		Part list = arithmetic(0);
		if (list.place() >= 0) {
			use(list, new ExpressionPlace(Use.IN, left.term(), null, negated, left.start(), list.end(), true));
		}
		list.elements().forEach((element) -> compare(left, Operator.EQ, element, false));
		return new Part(left.start(), list.end());
	}

	private void compare(Part left, Operator operator, Part right, boolean alone) {
		if (operator.isOrder()) {
			for (Part part : List.of(left, right)) {
				if (part.term() != null) {
					this.ordered.add(part.term());
				}
			}
		}
		if (right.place() >= 0) {
			use(right,
					new ExpressionPlace(Use.COMPARED, left.term(), operator, false, left.start(), right.end(), alone));
		}
		else if (left.place() >= 0) {
			use(left, new ExpressionPlace(Use.COMPARED, right.term(), operator.turned(), false, left.start(),
					right.end(), alone));
		}
	}

	private Part arithmetic(int level) {
		if (level == ARITHMETIC.size()) {
			return sign();
		}
		Part part = arithmetic(level + 1);
		while (peek().kind() == Kind.SYMBOL && ARITHMETIC.get(level).contains(peek().text())) {
			String symbol = peek().text();
			this.next++;
			Part right = arithmetic(level + 1);
			if (right.place() >= 0 && (symbol.equals("/") || symbol.equals("%"))) {
				use(right, new ExpressionPlace(Use.DIVISOR, null, null, false, right.start(), right.end(), true));
			}
			part = new Part(part.start(), right.end());
		}
		return part;
	}

	private Part sign() {
		int start = peek().start();
		if (take("+") || take("-") || take("~")) {
			return new Part(start, sign().end());
		}
		return primary();
	}

	private Part primary() {
		ExpressionToken token = peek();
		this.next++;
		switch (token.kind()) {
			case NUMBER, TEXT -> {
				return new Part(token.start(), token.end());
			}
			case PLACE -> {
				this.places.put(token.start(),
						new ExpressionPlace(Use.OTHER, null, null, false, token.start(), token.end(), true));
				return new Part(token.start(), token.end(), null, token.start(), List.of());
			}
			case NAME -> {
				return name(token);
			}
			default -> {
			}
		}
		if (token.isSymbol("(")) {
			Part inner = disjunction();
			require(take(")"));
			// Brackets around a value change nothing.
			return new Part(token.start(), end(), inner.term(), inner.place(), inner.elements());
		}
		if (token.isSymbol("[")) {
			return list(token);
		}
		this.next--;
		throw unexpected();
	}

	private Part list(ExpressionToken open) {
		List<Part> elements = new ArrayList<>();
		while (!take("]")) {
			elements.add(disjunction());
			if (!take(",")) {
				require(take("]"));
				break;
			}
		}
		return new Part(open.start(), end(), null, -1, elements);
	}

	private Part name(ExpressionToken token) {
		if (token.isWord("iso") || token.isWord("interval")) {
			require(peek().kind() == Kind.TEXT);
			this.next++;
			return new Part(token.start(), end());
		}
		if (token.text().matches("(?i:true|false)")) {
			return new Part(token.start(), token.end());
		}
		if (peek().isSymbol("(")) {
			return call(token);
		}
		return path(token);
	}

	private Part call(ExpressionToken function) {
		List<Part> arguments = new ArrayList<>();
		this.next++;
		while (!take(")")) {
			if (peek().kind() == Kind.NAME && this.tokens.get(this.next + 1).isSymbol("=")) {
				// As in threshold=2.
				this.next += 2;
			}
			arguments.add(disjunction());
			if (!take(",")) {
				require(take(")"));
				break;
			}
		}
		String name = function.text().toLowerCase(Locale.ROOT);
		if (name.matches("(array|json)_contains(_all|_any)?") && arguments.size() == 2) {
			contained(arguments.get(0), arguments.get(1));
		}
		return new Part(function.start(), end());
	}

	private void contained(Part array, Part part) {
		List<Part> parts = part.elements().isEmpty() ? List.of(part) : part.elements();
		for (Part one : parts) {
			if (one.place() >= 0) {
				use(one, new ExpressionPlace(Use.CONTAINED, array.term(), null, false, one.start(), one.end(), true));
			}
		}
	}

	private Part path(ExpressionToken name) {
		Term term = new Term.Property(name.text());
		boolean ofElement = name.text().equals("$");
		while (take("[")) {
			ExpressionToken step = peek();
			this.next++;
			term = switch (step.kind()) {
				case TEXT -> new Term.Key(term, unquoted(step));
				case NUMBER -> new Term.Element(term, index(step));
				case NAME -> new Term.SubField(term, step.text());
				default -> {
					this.next--;
					throw unexpected();
				}
			};
			require(take("]"));
		}
		if (ofElement) {
			return new Part(name.start(), end());
		}
		this.terms.add(term);
		return new Part(name.start(), end(), term, -1, List.of());
	}

	private static String unquoted(ExpressionToken step) {
		String text = step.text().substring(1, step.text().length() - 1);
		if (text.isEmpty()) {
			throw new ExpressionSyntaxException("has an empty key", step.start());
		}
		return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replaceAll("\\\\(.)", "$1");
	}

	private static int index(ExpressionToken step) {
		try {
			return Integer.parseInt(step.text());
		}
		catch (NumberFormatException ex) {
			throw new ExpressionSyntaxException("has the index " + step.text(), step.start());
		}
	}

	private void use(Part place, ExpressionPlace use) {
		this.places.put(place.place(), use);
	}

	private ExpressionToken peek() {
		return this.tokens.get(this.next);
	}

	private int end() {
		return this.tokens.get(this.next - 1).end();
	}

	private boolean take(String symbol) {
		boolean found = peek().isSymbol(symbol);
		this.next += found ? 1 : 0;
		return found;
	}

	private boolean takeWord(String word) {
		boolean found = peek().isWord(word);
		this.next += found ? 1 : 0;
		return found;
	}

	private void require(boolean found) {
		if (!found) {
			throw unexpected();
		}
	}

	private ExpressionSyntaxException unexpected() {
		ExpressionToken token = peek();
		return new ExpressionSyntaxException(switch (token.kind()) {
			case END -> "ends too early";
			case PLACE -> "has a value where none can be";
			default -> "has '" + token.text() + "' where it cannot be";
		}, token.start());
	}

	/**
	 * What an expression says.
	 *
	 * @param terms the fields and paths that it names
	 * @param ordered those of them that it compares by order
	 * @param places the places of values, in their order
	 */
	record Expression(List<Term> terms, List<Term> ordered, List<ExpressionPlace> places) {
	}

	/** A part of an expression; its place is the position of the value that it is. */
	private record Part(int start, int end, @Nullable Term term, int place, List<Part> elements) {

		Part(int start, int end) {
			this(start, end, null, -1, List.of());
		}

	}

}
