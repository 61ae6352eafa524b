package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.MilvusServer;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes a filter as a Milvus expression.
 *
 * <p>
 * Pushes negations down to the predicates, because all servers agree on the meaning of a
 * negated predicate.
 */
public final class FilterWriter {

	private final TermWriter terms;

	private final PredicateWriter predicates;

	private final @Nullable LiteFilters lite;

	/**
	 * Creates a writer.
	 * @param fields the fields that filters may name
	 * @param server the server that reads the filters
	 */
	public FilterWriter(FilterFields fields, MilvusServer server) {
		this(TermWriter.of(fields, server));
	}

	private FilterWriter(TermWriter terms) {
		this.terms = terms;
		this.predicates = new PredicateWriter(terms);
		this.lite = terms.server().lite() ? new LiteFilters(terms) : null;
	}

	static String describe(Filter filter) {
		Filter plain = FilterNormalizer.normalize(filter);
		if (plain instanceof Clause.Constant constant) {
			return constant.name();
		}
		try {
			return new FilterWriter(TermWriter.ofUnknown()).top(plain);
		}
		catch (InvalidDataAccessApiUsageException ex) {
			return "a filter that cannot be written: " + ex.getMessage();
		}
	}

	static String describe(Term term) {
		try {
			return TermWriter.ofUnknown().write(term).text();
		}
		catch (InvalidDataAccessApiUsageException ex) {
			return "a term that cannot be written: " + ex.getMessage();
		}
	}

	/**
	 * Writes a filter on the elements of an array.
	 */
	static String ofElements(TermWriter elements, Filter filter) {
		Filter plain = FilterNormalizer.normalize(filter);
		if (plain instanceof Clause.Constant) {
			throw new InvalidDataAccessApiUsageException(
					"A filter on elements says something of an element: not " + filter);
		}
		return new FilterWriter(elements).text(plain);
	}

	/**
	 * Writes a filter.
	 * @param filter the filter
	 * @return the expression, empty when every row matches, {@code null} when no row does
	 * @throws InvalidDataAccessApiUsageException when a value does not fit its field, or
	 * the server would find other rows than the filter means
	 */
	public @Nullable String write(Filter filter) {
		Filter plain = FilterNormalizer.normalize(filter);
		if (plain instanceof Clause.Constant constant) {
			return (constant == Clause.Constant.ALL) ? "" : null;
		}
		return top((this.lite != null) ? this.lite.exact(plain) : plain);
	}

	// Some filters can only be at the end of the complete expression.
	private String top(Filter filter) {
		List<Filter> rest = new ArrayList<>((filter instanceof Clause.And and) ? and.parts() : List.of(filter));
		List<Filter> last = rest.stream().filter(FilterWriter::isLast).toList();
		if (last.isEmpty()) {
			return text(filter);
		}
		if (last.size() > 1) {
			throw new InvalidDataAccessApiUsageException(
					"A filter has one random sample or one filter on elements, not both or several: use anyElement()");
		}
		rest.removeAll(last);
		String text = (last.get(0) instanceof Clause.Sample sample) ? "random_sample(" + sample.share() + ")"
				: this.predicates.text((Predicate) last.get(0), false);
		return rest.isEmpty() ? text : join(rest, " and ") + " and " + text;
	}

	private static boolean isLast(Filter filter) {
		return filter instanceof Clause.Sample
				|| (filter instanceof Predicate.Elements elements && elements.quantity() == Predicate.Quantity.FILTER);
	}

	private String text(Filter filter) {
		if (isLast(filter)) {
			throw new InvalidDataAccessApiUsageException(
					"A random sample, or a filter on elements, can only be combined "
							+ "by 'and', and not be negated: use anyElement() for elements");
		}
		if (filter instanceof Clause.And and) {
			return join(and.parts(), " and ");
		}
		if (filter instanceof Clause.Or or) {
			return join(or.parts(), " or ");
		}
		if (filter instanceof Clause.Not not && not.part() instanceof Predicate predicate && !isLast(predicate)) {
			return this.predicates.text(predicate, true);
		}
		if (filter instanceof Clause.Not not) {
			return "not (" + text(not.part()) + ")";
		}
		if (filter instanceof Clause.Bound bound) {
			return bound.template().write(bound.values(), this.terms.ofFieldNames());
		}
		return (filter instanceof Predicate predicate) ? this.predicates.text(predicate, false) : filter.toString();
	}

	private String join(List<Filter> parts, String word) {
		List<String> texts = new ArrayList<>();
		for (Filter part : parts) {
			boolean simple = !(part instanceof Clause.And || part instanceof Clause.Or
					|| part instanceof Clause.Expression || part instanceof Clause.Bound);
			texts.add(simple ? text(part) : "(" + text(part) + ")");
		}
		return BalancedText.join(texts, word);
	}

}
