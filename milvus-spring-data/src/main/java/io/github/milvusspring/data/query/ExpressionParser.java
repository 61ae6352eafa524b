package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.milvusspring.data.query.ExpressionToken.Kind;
import io.github.milvusspring.data.query.ParameterContext.Use;
import io.github.milvusspring.data.query.Predicate.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Parses a Milvus expression: checks its syntax, and finds the fields that it names and
 * the way it uses its parameters. The parser is more liberal than the servers, so that it
 * refuses nothing that any of them accepts.
 */
final class ExpressionParser {

	private static final Map<String, Operator> OPERATORS = Map.of("==", Operator.EQ, "!=", Operator.NE, "<",
			Operator.LT, "<=", Operator.LE, ">", Operator.GT, ">=", Operator.GE);

	private static final List<List<String>> ARITHMETIC = List.of(List.of("|"), List.of("^"), List.of("&"),
			List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"), List.of("**"));

	private final TokenCursor tokens;

	private final List<Term> terms = new ArrayList<>();

	private final List<Term> ordered = new ArrayList<>();

	private final Map<Integer, ParameterContext> places = new TreeMap<>();

	private ExpressionParser(String expression) {
		this.tokens = new TokenCursor(ExpressionLexer.tokens(expression));
	}

	static Expression parse(String expression) {
		ExpressionParser parser = new ExpressionParser(expression);
		parser.disjunction();
		if (parser.tokens.peek().kind() != Kind.END) {
			throw parser.tokens.unexpected();
		}
		return new Expression(parser.terms, parser.ordered, List.copyOf(parser.places.values()));
	}

	private Part disjunction() {
		Part part = conjunction();
		while (this.tokens.takeWord("or") || this.tokens.take("||")) {
			part = new Part(part.start(), conjunction().end());
		}
		return part;
	}

	private Part conjunction() {
		Part part = negation();
		while (this.tokens.takeWord("and") || this.tokens.take("&&")) {
			part = new Part(part.start(), negation().end());
		}
		return part;
	}

	private Part negation() {
		int start = this.tokens.peek().start();
		if (this.tokens.takeWord("not") || this.tokens.take("!") || this.tokens.takeWord("exists")) {
			return new Part(start, negation().end());
		}
		return comparison();
	}

	private Part comparison() {
		Part left = arithmetic(0);
		boolean chained = false;
		while (true) {
			Operator operator = (this.tokens.peek().kind() == Kind.SYMBOL) ? OPERATORS.get(this.tokens.peek().text())
					: null;
			if (operator != null) {
				this.tokens.skip();
				Part right = arithmetic(0);
				boolean goesOn = this.tokens.peek().kind() == Kind.SYMBOL
						&& OPERATORS.containsKey(this.tokens.peek().text());
				compare(left, operator, right, !chained && !goesOn);
				chained = true;
				left = goesOn ? right : new Part(left.start(), right.end());
			}
			else if (this.tokens.takeWord("like") || this.tokens.take("=~") || this.tokens.take("!~")) {
				left = new Part(left.start(), arithmetic(0).end());
			}
			else if (this.tokens.takeWord("is")) {
				this.tokens.takeWord("not");
				this.tokens.require(this.tokens.takeWord("null"));
				left = new Part(left.start(), this.tokens.end());
			}
			else if (this.tokens.peek().isWord("in")
					|| (this.tokens.peek().isWord("not") && this.tokens.peekSecond().isWord("in"))) {
				left = in(left);
			}
			else {
				return left;
			}
		}
	}

	private Part in(Part left) {
		boolean negated = this.tokens.takeWord("not");
		this.tokens.skip();
		Part list = arithmetic(0);
		if (list.place() >= 0) {
			use(list, new ParameterContext(Use.IN, left.term(), null, negated, left.start(), list.end(), true));
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
					new ParameterContext(Use.COMPARED, left.term(), operator, false, left.start(), right.end(), alone));
		}
		else if (left.place() >= 0) {
			use(left, new ParameterContext(Use.COMPARED, right.term(), operator.turned(), false, left.start(),
					right.end(), alone));
		}
	}

	private Part arithmetic(int level) {
		if (level == ARITHMETIC.size()) {
			return sign();
		}
		Part part = arithmetic(level + 1);
		while (this.tokens.peek().kind() == Kind.SYMBOL && ARITHMETIC.get(level).contains(this.tokens.peek().text())) {
			String symbol = this.tokens.peek().text();
			this.tokens.skip();
			Part right = arithmetic(level + 1);
			if (right.place() >= 0 && (symbol.equals("/") || symbol.equals("%"))) {
				use(right, new ParameterContext(Use.DIVISOR, null, null, false, right.start(), right.end(), true));
			}
			part = new Part(part.start(), right.end());
		}
		return part;
	}

	private Part sign() {
		int start = this.tokens.peek().start();
		if (this.tokens.take("+") || this.tokens.take("-") || this.tokens.take("~")) {
			return new Part(start, sign().end());
		}
		return primary();
	}

	private Part primary() {
		ExpressionToken token = this.tokens.peek();
		this.tokens.skip();
		switch (token.kind()) {
			case NUMBER, TEXT -> {
				return new Part(token.start(), token.end());
			}
			case PLACE -> {
				this.places.put(token.start(),
						new ParameterContext(Use.OTHER, null, null, false, token.start(), token.end(), true));
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
			this.tokens.require(this.tokens.take(")"));
			// Brackets around a parameter do not change its meaning.
			return new Part(token.start(), this.tokens.end(), inner.term(), inner.place(), inner.elements());
		}
		if (token.isSymbol("[")) {
			return list(token);
		}
		this.tokens.back();
		throw this.tokens.unexpected();
	}

	private Part list(ExpressionToken open) {
		List<Part> elements = new ArrayList<>();
		while (!this.tokens.take("]")) {
			elements.add(disjunction());
			if (!this.tokens.take(",")) {
				this.tokens.require(this.tokens.take("]"));
				break;
			}
		}
		return new Part(open.start(), this.tokens.end(), null, -1, elements);
	}

	private Part name(ExpressionToken token) {
		if (token.isWord("iso") || token.isWord("interval")) {
			this.tokens.require(this.tokens.peek().kind() == Kind.TEXT);
			this.tokens.skip();
			return new Part(token.start(), this.tokens.end());
		}
		if (token.text().matches("(?i:true|false)")) {
			return new Part(token.start(), token.end());
		}
		if (this.tokens.peek().isSymbol("(")) {
			return call(token);
		}
		return path(token);
	}

	private Part call(ExpressionToken function) {
		List<Part> arguments = new ArrayList<>();
		this.tokens.skip();
		while (!this.tokens.take(")")) {
			if (this.tokens.peek().kind() == Kind.NAME && this.tokens.peekSecond().isSymbol("=")) {
				// Skips the name of a named argument, as in threshold=2.
				this.tokens.skip();
				this.tokens.skip();
			}
			arguments.add(disjunction());
			if (!this.tokens.take(",")) {
				this.tokens.require(this.tokens.take(")"));
				break;
			}
		}
		String name = function.text().toLowerCase(Locale.ROOT);
		if (name.matches("(array|json)_contains(_all|_any)?") && arguments.size() == 2) {
			contained(arguments.get(0), arguments.get(1));
		}
		return new Part(function.start(), this.tokens.end());
	}

	private void contained(Part array, Part part) {
		List<Part> parts = part.elements().isEmpty() ? List.of(part) : part.elements();
		for (Part one : parts) {
			if (one.place() >= 0) {
				use(one, new ParameterContext(Use.CONTAINED, array.term(), null, false, one.start(), one.end(), true));
			}
		}
	}

	private Part path(ExpressionToken name) {
		Term term = new Term.Property(name.text());
		boolean ofElement = name.text().equals("$");
		while (this.tokens.take("[")) {
			ExpressionToken step = this.tokens.peek();
			this.tokens.skip();
			term = switch (step.kind()) {
				case TEXT -> new Term.Key(term, unquoted(step));
				case NUMBER -> new Term.Element(term, index(step));
				case NAME -> new Term.SubField(term, step.text());
				default -> {
					this.tokens.back();
					throw this.tokens.unexpected();
				}
			};
			this.tokens.require(this.tokens.take("]"));
		}
		if (ofElement) {
			return new Part(name.start(), this.tokens.end());
		}
		this.terms.add(term);
		return new Part(name.start(), this.tokens.end(), term, -1, List.of());
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

	private void use(Part place, ParameterContext use) {
		this.places.put(place.place(), use);
	}

	/**
	 * The result of parsing an expression.
	 *
	 * @param terms the fields and paths that it names
	 * @param ordered those of them that it compares by order
	 * @param places the parameters, in their order
	 */
	record Expression(List<Term> terms, List<Term> ordered, List<ParameterContext> places) {
	}

	/**
	 * A part of an expression. If the part is a parameter, {@code place} is its position;
	 * otherwise {@code place} is -1.
	 */
	private record Part(int start, int end, @Nullable Term term, int place, List<Part> elements) {

		Part(int start, int end) {
			this(start, end, null, -1, List.of());
		}

	}

}
