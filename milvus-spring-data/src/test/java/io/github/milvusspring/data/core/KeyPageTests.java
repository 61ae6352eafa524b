package io.github.milvusspring.data.core;

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
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.LongColumn;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.StringColumn;
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
class KeyPageTests {

	@Test
	void textsInTheOrderOfTheirBytesAreTaken() {
		KeyPage page = after(null);
		assertThat(
				page.after(texts("", "\u0001", "\"", "A", "a", "ab", "ä", "\uD7FF", "\uE000", "\uFFFF", "😀", "😀a")))
			.isNull();
	}

	@Test
	void aPageThatIsNotFullIsTheLastWhereTheServerFillsPages() {
		assertThat(after(1L).after(longs(2, 3))).isNull();
		KeyPage first = new KeyPage("id", Filter.all(), 1L, 10, false);
		assertThat(first.after(longs(2, 3))).isEqualTo(new KeyPage("id", Filter.all(), 3L, 10, false));
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
		String[] keys = IntStream.range(0, KeyPage.SIZE)
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
		assertThat(Integer.signum(KeyPage.compare(left, right))).isEqualTo(Integer.signum(bytes));
	}

	@Test
	void readingAllRowsOfAServerThatIgnoresTheOrderFails() {
		List<String> asked = new ArrayList<>();
		RowCalls network = new FakeRowCalls() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				asked.add(request.filter());
				return CompletableFuture.completedFuture(QueryReply.of(texts("b", "a"), 0));
			}

		};
		RowReads<Named> reads = reads(network);
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> reads.keys(ScalarQuery.of(Filter.all())))
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
		ReadScope scope = new ReadScope("", "c", List.of(), List.of(), ConsistencyLevel.EVENTUALLY, 0);
		long before = System.nanoTime() - Duration.ofMinutes(2).toNanos();
		KeyPage old = new KeyPage("id", Filter.all(), 1L, 2, true, new KeyPage.Snapshot(77, before));
		assertThat(old.scope(scope)).isEqualTo(scope.strong());
		KeyPage next = Objects.requireNonNull(old.after(QueryReply.of(longs(2, 3), 99)));
		assertThat(next.scope(scope)).isEqualTo(scope.withGuaranteeTimestamp(99));
	}

	@Test
	void thousandsOfPagesDoNotFillTheStack() {
		int[] calls = new int[1];
		RowCalls network = new FakeRowCalls() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				String[] names = (calls[0]++ < 20_000) ? new String[] { String.format("%05d", calls[0]) }
						: new String[0];
				return CompletableFuture.completedFuture(QueryReply.of(texts(names), 0));
			}

		};
		RowReads<?> reads = reads(network);
		assertThat(reads.query(ScalarQuery.of(Filter.all()), reads.whole()).join()).hasSize(20_000);
	}

	private static List<QueryRequest> readTwoPages(long timestamp) {
		List<QueryRequest> asked = new ArrayList<>();
		RowCalls network = new FakeRowCalls() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				asked.add(request);
				Columns rows = (asked.size() == 1) ? texts("a") : texts();
				return CompletableFuture.completedFuture(QueryReply.of(rows, timestamp));
			}

		};
		assertThat(reads(network).keys(ScalarQuery.of(Filter.all())).join()).containsExactly("a");
		return asked;
	}

	private static RowReads<Named> reads(RowCalls network) {
		EntityConverter<Named> converter = new MilvusConverter(new MilvusMappingContext()).entity(Named.class);
		return new RowReads<>(converter, network, new ReadScopes(converter.entity().getCollection(), converter,
				new KnownPartitions(null, false), ConsistencyLevel.SESSION));
	}

	private static void assertRefused(KeyPage page, Columns rows) {
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(() -> page.after(rows))
			.withMessageContaining("order of their keys");
	}

	private static String valid(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	private static Columns texts(String... keys) {
		Column column = new StringColumn("id", keys, null);
		return new Columns(keys.length, List.of(column));
	}

	private static Columns longs(long... keys) {
		Column column = new LongColumn("id", keys, null);
		return new Columns(keys.length, List.of(column));
	}

	@MilvusEntity("named")
	record Named(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

	private static KeyPage after(@Nullable Object last) {
		return new KeyPage("id", Filter.all(), last, KeyPage.SIZE, true);
	}

}
