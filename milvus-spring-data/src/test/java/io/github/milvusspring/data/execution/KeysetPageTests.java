package io.github.milvusspring.data.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pages of keys in order, and servers that do not keep to it.
 */
class KeysetPageTests {

	@Test
	void textsInTheOrderOfTheirBytesAreTaken() {
		KeysetPage page = after(null);
		assertThat(
				page.after(texts("", "\u0001", "\"", "A", "a", "ab", "ä", "\uD7FF", "\uE000", "\uFFFF", "😀", "😀a")))
			.isNull();
	}

	@Test
	void aPageThatIsNotFullIsTheLastWhereTheServerFillsPages() {
		assertThat(after(1L).after(longs(2, 3))).isNull();
		KeysetPage first = new KeysetPage("id", Filter.all(), 1L, 10, false);
		assertThat(first.after(longs(2, 3))).isEqualTo(new KeysetPage("id", Filter.all(), 3L, 10, false));
		assertThat(first.after(longs())).isNull();
	}

	@Test
	void textsInTheOrderOfJavaAreRefused() {
		assertRefused(after(null), texts("😀", "\uFFFF"));
		assertRefused(after(null), texts("b", "a"));
		assertRefused(after(null), texts("a", "a"));
	}

	@Test
	void aPageThatBeginsBeforeTheEndOfTheLastOneIsRefused() {
		assertRefused(after("b"), texts("a", "c"));
		assertRefused(after("b"), texts("b", "c"));
		assertRefused(after(2L), longs(1, 3));
		assertThat(after(2L).after(longs(3, 4))).isNull();
		assertRefused(after(null), longs(2, 1));
	}

	@Test
	void aFullPageIsFollowedByTheOneAfterItsLastKey() {
		String[] keys = IntStream.range(0, KeysetPage.SIZE)
			.mapToObj((i) -> String.format("%04d", i))
			.toArray(String[]::new);
		assertThat(after(null).after(texts(keys))).isEqualTo(after("0999"));
	}

	@Property
	void textsAreComparedByTheirBytes(@ForAll String one, @ForAll String other) {
		String left = valid(one);
		String right = valid(other);
		int bytes = Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8),
				right.getBytes(StandardCharsets.UTF_8));
		assertThat(Integer.signum(KeysetPage.compare(left, right))).isEqualTo(Integer.signum(bytes));
	}

	@Test
	void readingAllRowsOfAServerThatIgnoresTheOrderFails() {
		List<String> asked = new ArrayList<>();
		RowTransport network = new FakeRowTransport() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				asked.add(request.filter());
				return CompletableFuture.completedFuture(QueryReply.of(texts("b", "a"), 0));
			}

		};
		RowFetcher<Named> reads = reads(network);
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> reads.keys(FilterQuery.of(Filter.all())))
			.withMessageContaining("order of their keys");
		assertThat(asked).hasSize(1);
	}

	@Test
	void theFirstPageSeesEverythingAndTheNextOnesTheSameState() {
		List<QueryRequest> asked = readTwoPages(77);
		assertThat(asked.get(0).scope().consistency()).isEqualTo(ConsistencyLevel.STRONG);
		assertThat(asked.get(0).scope().guaranteeTimestamp()).isZero();
		assertThat(asked.get(1).scope().guaranteeTimestamp()).isEqualTo(77);
	}

	@Test
	void pagesOfAServerThatDoesNotSayWhatItReadsAreAsFreshAsAskedFor() {
		List<QueryRequest> asked = readTwoPages(0);
		assertThat(asked.get(0).scope().consistency()).isEqualTo(ConsistencyLevel.STRONG);
		assertThat(asked.get(1).scope().consistency()).isEqualTo(ConsistencyLevel.SESSION);
		assertThat(asked.get(1).scope().guaranteeTimestamp()).isZero();
	}

	@Test
	void anOldStateIsReplacedByANewOne() {
		ReadScope scope = new ReadScope("c", List.of(), List.of(), ConsistencyLevel.EVENTUALLY, 0);
		long before = System.nanoTime() - Duration.ofMinutes(2).toNanos();
		KeysetPage old = new KeysetPage("id", Filter.all(), 1L, 2, true, new KeysetPage.Snapshot(77, before));
		assertThat(old.scope(scope)).isEqualTo(scope.strong());
		KeysetPage next = Objects.requireNonNull(old.after(QueryReply.of(longs(2, 3), 99)));
		assertThat(next.scope(scope)).isEqualTo(scope.withGuaranteeTimestamp(99));
	}

	@Test
	void thousandsOfPagesDoNotFillTheStack() {
		int[] calls = new int[1];
		RowTransport network = new FakeRowTransport() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				String[] names = (calls[0]++ < 20_000) ? new String[] { String.format("%05d", calls[0]) }
						: new String[0];
				return CompletableFuture.completedFuture(QueryReply.of(texts(names), 0));
			}

		};
		RowFetcher<?> reads = reads(network);
		assertThat(reads.query(FilterQuery.of(Filter.all()), reads.rowReader()).join()).hasSize(20_000);
	}

	private static List<QueryRequest> readTwoPages(long timestamp) {
		List<QueryRequest> asked = new ArrayList<>();
		RowTransport network = new FakeRowTransport() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				asked.add(request);
				ColumnSet rows = (asked.size() == 1) ? texts("a") : texts();
				return CompletableFuture.completedFuture(QueryReply.of(rows, timestamp));
			}

		};
		assertThat(reads(network).keys(FilterQuery.of(Filter.all())).join()).containsExactly("a");
		return asked;
	}

	private static RowFetcher<Named> reads(RowTransport network) {
		EntityConverter<Named> converter = new MilvusConverter(new MilvusMappingContext()).entity(Named.class);
		return new RowFetcher<>(converter, network, new ReadScopeFactory(converter.entity().getCollection(), converter,
				new KnownPartitions(null, false), ConsistencyLevel.SESSION));
	}

	private static void assertRefused(KeysetPage page, ColumnSet rows) {
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(() -> page.after(rows))
			.withMessageContaining("order of their keys");
	}

	private static String valid(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	private static ColumnSet texts(String... keys) {
		Column column = new StringColumn("id", keys, null);
		return new ColumnSet(keys.length, List.of(column));
	}

	private static ColumnSet longs(long... keys) {
		Column column = new LongColumn("id", keys, null);
		return new ColumnSet(keys.length, List.of(column));
	}

	@MilvusEntity("named")
	record Named(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

	private static KeysetPage after(@Nullable Object last) {
		return new KeysetPage("id", Filter.all(), last, KeysetPage.SIZE, true);
	}

}
