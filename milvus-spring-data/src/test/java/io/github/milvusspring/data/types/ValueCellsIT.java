package io.github.milvusspring.data.types;

import java.util.List;
import java.util.function.Supplier;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.query.Condition;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.types.ValueCells.Cell;
import io.github.milvusspring.data.types.ValueCells.Cells;
import io.github.milvusspring.data.types.ValueCells.OrderedCells;
import io.github.milvusspring.data.types.ValueCells.Sample;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The row that was written is found, whatever its value, wherever it is kept and however
 * it is asked for.
 */
class ValueCellsIT {

	private static final float[] V = { 1, 1 };

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private final SoftAssertions softly = new SoftAssertions();

	@ParameterizedTest
	@MethodSource("io.github.milvusspring.data.types.ValueCells#samples")
	<E extends Cell<T>, T> void aValueIsFound(Sample<E, T> sample) {
		Cells<E, T> cells = this.milvus.repository(sample.repository());
		cells.saveAll(List.of(sample.cell(1, sample.low()), sample.cell(2, sample.high())));
		T low = sample.low();
		List<T> only = List.of(low);
		finds("findByValue", () -> cells.findByValue(low));
		finds("findByValueIn", () -> cells.findByValueIn(only));
		finds("findByElementsContaining", () -> cells.findByElementsContaining(low));
		finds("query", () -> cells.query(low));
		finds("queryIn", () -> cells.queryIn(only));
		finds("queryExpression", () -> cells.queryExpression(low));
		finds("queryElements", () -> cells.queryElements(low));
		finds("queryElement", () -> cells.queryElement(low));
		finds("queryNested", () -> cells.queryNested(low));
		finds("queryNestedElements", () -> cells.queryNestedElements(low));
		finds("queryNamed", () -> cells.queryNamed(low));
		finds("queryDynamic", () -> cells.queryDynamic(low));
		finds("search", () -> cells.search(V, low));
		finds("searchNested", () -> cells.searchNested(V, low));
		for (String place : List.of("value", "elements[0]", "nested.value", "nested.elements[0]", "dynamic",
				"extra.dynamic")) {
			finds(place, () -> query(sample, Filter.where(place).is(low)));
			finds(place + " in", () -> query(sample, Filter.where(place).in(only)));
			finds(place + " not", () -> query(sample, Filter.where(place).isNot(sample.high())));
		}
		Condition named = Filter.where("named").key("a key");
		finds("named", () -> query(sample, named.is(low)));
		finds("named in", () -> query(sample, named.in(only)));
		finds("elements", () -> query(sample, Filter.where("elements").contains(low)));
		finds("elements any", () -> query(sample, Filter.where("elements").containsAny(only)));
		finds("nested elements", () -> query(sample, Filter.where("nested.elements").containsAll(only)));
		finds("nested elements not",
				() -> query(sample, Filter.where("nested.elements").contains(sample.high()).not()));
		this.softly.assertAll();
	}

	@ParameterizedTest
	@MethodSource("io.github.milvusspring.data.types.ValueCells#samples")
	<E extends Cell<T>, T> void aValueIsComparedByOrderWhereItSorts(Sample<E, T> sample) {
		Cells<E, T> cells = this.milvus.repository(sample.repository());
		cells.saveAll(List.of(sample.cell(1, sample.low()), sample.cell(2, sample.high())));
		if (!sample.sorted()) {
			assertThatExceptionOfType(QueryCreationException.class)
				.isThrownBy(() -> this.milvus.repository(sample.ordered()))
				.satisfies((ex) -> assertThat(ex.getMessage()).containsAnyOf("sorts otherwise", "is of type BOOL"));
			return;
		}
		OrderedCells<E, T> ordered = this.milvus.repository(sample.ordered());
		finds("findByValueLessThan", () -> ordered.findByValueLessThan(sample.high()));
		finds("findByValueBetween", () -> ordered.findByValueBetween(sample.low(), sample.low()));
		finds("query", () -> ordered.query(sample.high()));
		finds("search", () -> ordered.search(V, sample.high()));
		finds("Filter", () -> query(sample, Filter.where("value").lt(sample.high())));
		for (String place : List.of("nested.value", "dynamic")) {
			findsOrRefuses(place, () -> query(sample, Filter.where(place).lt(sample.high())));
			findsOrRefuses(place, () -> query(sample, Filter.where(place).lte(sample.low())));
		}
		this.softly.assertAll();
	}

	private <E extends Cell<T>, T> List<E> query(Sample<E, T> sample, Filter filter) {
		return this.milvus.template().query(FilterQuery.of(filter), sample.entity());
	}

	private void finds(String what, Supplier<? extends List<?>> query) {
		try {
			this.softly.assertThat(query.get().toString()).as(what).isEqualTo("[1]");
		}
		catch (RuntimeException ex) {
			this.softly.fail(what + ": " + ex, ex);
		}
	}

	private void findsOrRefuses(String what, Supplier<? extends List<?>> query) {
		try {
			this.softly.assertThat(query.get().toString()).as(what).isEqualTo("[1]");
		}
		catch (InvalidDataAccessApiUsageException ex) {
			this.softly.assertThat(ex).hasMessageContaining("sorts otherwise");
		}
	}

}
