package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.WriteResult;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Any number of rows, in batches.
 */
class BatchWriterIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void aStreamIsWrittenInBatchesWithProgress() {
		List<BatchProgress> progress = new ArrayList<>();
		BatchProgress all = template().upsertAll(books(0, 1_050), Book.class,
				BatchOptions.DEFAULT.withBatches(100, 1024 * 1024).withProgress(progress::add));
		assertThat(all.rows()).isEqualTo(1_050);
		assertThat(all.bytes()).isPositive();
		assertThat(all.rowsPerSecond()).isPositive();
		assertThat(progress).hasSize(11).extracting(BatchProgress::rows).isSorted().endsWith(1_050L);
		assertThat(count()).isEqualTo(1_050);
	}

	@Test
	void aBatchThatIsTooLargeInBytesIsSplit() {
		List<Long> bytes = new ArrayList<>();
		template().upsertAll(books(0, 300), Book.class,
				BatchOptions.DEFAULT.withBatches(10_000, 4_096)
					.withWindow(1)
					.withProgress((progress) -> bytes.add(progress.bytes())));
		assertThat(count()).isEqualTo(300);
		assertThat(bytes).hasSizeGreaterThan(10);
		for (int i = 1; i < bytes.size(); i++) {
			assertThat(bytes.get(i) - bytes.get(i - 1)).isLessThanOrEqualTo(4_096);
		}
	}

	@Test
	void aRowLargerThanABatchGoesAlone() {
		template().upsertAll(books(0, 3), Book.class, BatchOptions.DEFAULT.withBatches(10, 1));
		assertThat(count()).isEqualTo(3);
	}

	@Test
	void aLargeCollectionIsSplitAndKeepsItsOrder() {
		List<Book> books = books(0, 12_000).toList();
		WriteResult<Book> result = template().upsertAll(books);
		assertThat(result.count()).isEqualTo(12_000);
		assertThat(result.rows()).containsExactlyElementsOf(books);
		assertThat(result.ids()).hasSize(12_000).startsWith("key 0").endsWith("key 11999");
	}

	@Test
	void ofDuplicateKeysAcrossBatchesTheLastWins() {
		Stream<Book> again = IntStream.range(0, 2_000).mapToObj((i) -> Book.of("key " + i % 150, "t" + i));
		template().upsertAll(again, Book.class, BatchOptions.DEFAULT.withBatches(100, 1024 * 1024).withWindow(8));
		assertThat(count()).isEqualTo(150);
		for (Book book : template().query(FilterQuery.of(Filter.all()), Book.class)) {
			int key = Integer.parseInt(book.isbn().substring(4));
			int last = IntStream.range(0, 2_000).filter((i) -> i % 150 == key).max().getAsInt();
			assertThat(book.title()).isEqualTo("t" + last);
		}
	}

	@Test
	void aRowThatDoesNotFitIsReportedWithWhatIsWrittenAndWhatIsNot() {
		Stream<Book> books = Stream.concat(Stream.concat(books(0, 250), Stream.of(Book.of("bad", null))),
				books(251, 1_000));
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(
					() -> template().upsertAll(books, Book.class, BatchOptions.DEFAULT.withBatches(100, 1024 * 1024)))
			.withCauseInstanceOf(DataIntegrityViolationException.class)
			.satisfies((ex) -> {
				assertThat(ex.getWritten()).containsExactly(new RowRange(0, 200));
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(200, 300));
				assertThat(ex.getUnknown()).isEmpty();
				assertThat(ex.getRead()).isEqualTo(300);
				assertThat(ex.getMessage()).contains("Written: rows 0 to 199", "not written: rows 200 to 299",
						"rows from 300 on were not read", "'title'");
			});
		assertThat(count()).isEqualTo(200);
	}

	@Test
	void noMoreRowsAreReadThanTheWindowHoldsHoweverLongTheStream() {
		AtomicLong read = new AtomicLong();
		AtomicLong mostUnderWay = new AtomicLong();
		Stream<Book> books = books(0, 5_000).peek((book) -> read.incrementAndGet());
		AtomicLong written = new AtomicLong();
		template().upsertAll(books, Book.class,
				BatchOptions.DEFAULT.withBatches(100, 1024 * 1024).withWindow(3).withProgress((progress) -> {
					mostUnderWay.accumulateAndGet(read.get() - written.get(), Math::max);
					written.set(progress.rows());
				}));
		assertThat(count()).isEqualTo(5_000);
		assertThat(mostUnderWay.get()).isBetween(100L, 100L * (3 + 1));
	}

	@Test
	void aSourceThatFailsIsReportedToo() {
		Iterable<Book> failing = () -> new Iterator<>() {

			private int next;

			@Override
			public boolean hasNext() {
				return true;
			}

			@Override
			public Book next() {
				if (this.next == 150) {
					throw new IllegalStateException("the source is broken");
				}
				return Book.of("key " + this.next++, "t");
			}

		};
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(
					() -> template().upsertAll(failing, Book.class, BatchOptions.DEFAULT.withBatches(100, 1024 * 1024)))
			.withMessageContaining("the source is broken")
			.satisfies((ex) -> assertThat(ex.getWritten()).containsExactly(new RowRange(0, 100)));
	}

	@Test
	void aServerThatDiesLeavesRowsOfWhichItIsNotKnown() {
		try (MilvusLite doomed = MilvusLite.start();
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(doomed.uri()))) {
			MilvusTemplate other = new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
			other.ensureCollection(Book.class);
			Stream<Book> endless = Stream.iterate(0, (i) -> i + 1).map((i) -> Book.of("key " + i, "t"));
			assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> other.upsertAll(endless, Book.class,
					BatchOptions.DEFAULT.withBatches(100, 1024 * 1024).withRetries(1).withProgress((progress) -> {
						if (progress.rows() >= 1_000) {
							ProcessHandle.of(doomed.pid()).ifPresent(ProcessHandle::destroyForcibly);
						}
					})))
				.withCauseInstanceOf(DataAccessResourceFailureException.class)
				.satisfies((ex) -> {
					assertThat(ex.getWritten()).singleElement()
						.satisfies((range) -> assertThat(range.to()).isGreaterThanOrEqualTo(1_000));
					assertThat(ex.getUnknown()).isNotEmpty();
					assertThat(ex.getUnknown().get(0).from()).isEqualTo(ex.getWritten().get(0).to());
				});
		}
	}

	@Test
	void insertOfAStreamRefusesDuplicatesWithinABatch() {
		Stream<Book> twice = Stream.of(Book.of("1", "a"), Book.of("1", "b"));
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> template().insertAll(twice, Book.class, BatchOptions.DEFAULT))
			.withCauseInstanceOf(DuplicateKeyException.class);
		assertThat(count()).isZero();
	}

	@Test
	void everyRowIsReadOnceWhileOthersWrite() {
		template().upsertAll(books(0, 3_000).toList());
		AtomicLong met = new AtomicLong();
		try (Stream<Book> stream = template().stream(FilterQuery.of(Filter.where("title").startsWith("t")),
				Book.class)) {
			List<String> keys = stream.peek((book) -> {
				if (met.incrementAndGet() % 700 == 0) {
					template().upsert(Book.of("other " + met.get(), "other"));
					template().upsert(Book.of(book.isbn(), book.title()));
				}
			}).map(Book::isbn).toList();
			assertThat(keys).doesNotHaveDuplicates().hasSize(3_000);
		}
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private long count() {
		return template().count(Filter.all(), Book.class);
	}

	private static Stream<Book> books(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> Book.of("key " + i, "t" + i));
	}

}
