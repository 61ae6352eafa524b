package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Large collections that are written without waiting, over a network that answers when
 * told to.
 */
class CollectionWriterTests {

	private final HeldNetwork network = new HeldNetwork();

	@Test
	void whatFitsIsOneCall() {
		CompletableFuture<WriteResult<Point>> result = upsert(points(10_000));
		assertThat(this.network.sent).hasSize(1);
		this.network.answer(0);
		assertThat(result.join().count()).isEqualTo(10_000);
	}

	@Test
	void aWindowOfBatchesIsUnderWayAndTheCallerDoesNotWait() {
		CompletableFuture<WriteResult<Point>> result = upsert(points(100_000));
		assertThat(this.network.sent).hasSize(4);
		assertThat(result).isNotDone();
		this.network.answer(0);
		assertThat(this.network.sent).hasSize(5);
		answerAll(result);
		assertThat(result.join().count()).isEqualTo(100_000);
		assertThat(this.network.mostUnderWay).isEqualTo(4);
	}

	@Test
	void rowsAndKeysStayInOrderHoweverTheAnswersCome() {
		List<Point> points = points(60_000);
		CompletableFuture<WriteResult<Point>> result = upsert(points);
		while (!result.isDone()) {
			for (int i = this.network.sent.size() - 1; i >= 0; i--) {
				this.network.answer(i);
			}
		}
		assertThat(result.join().rows()).isEqualTo(points);
		assertThat(result.join().ids()).isEqualTo(points.stream().map((point) -> (Object) point.id()).toList());
	}

	@Test
	void batchesThatShareAKeyAreNotUnderWayTogether() {
		List<Point> points = new ArrayList<>(points(20_000));
		points.set(600, new Point(0, new float[] { 7, 7 }));
		CompletableFuture<WriteResult<Point>> result = upsert(points);
		assertThat(this.network.sent).hasSize(1);
		this.network.answer(0);
		assertThat(this.network.sent.size()).isGreaterThan(1);
		answerAll(result);
		assertThat(result).isCompleted();
	}

	@Test
	void aBusyServerIsAskedAgainWhileNoThreadWaits() {
		CompletableFuture<WriteResult<Point>> result = upsert(points(12_000));
		int sent = this.network.sent.size();
		this.network.fail(0, new TransientDataAccessResourceException("rate limit"));
		Awaitility.await().until(() -> this.network.sent.size() > sent);
		answerAll(result);
		assertThat(result.join().count()).isEqualTo(12_000);
	}

	@Test
	void aFailureSaysWhichRowsAreWrittenAndTheRestIsNotSent() {
		CompletableFuture<WriteResult<Point>> result = insert(points(100_000));
		this.network.fail(1, new DataAccessResourceFailureException("broken"));
		this.network.answer(0);
		assertThat(result).isNotDone();
		int sent = this.network.sent.size();
		answerAll(result);
		assertThat(this.network.sent).hasSize(sent);
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.satisfies((ex) -> {
				int first = this.network.sent.get(0).rows().rows();
				int second = first + this.network.sent.get(1).rows().rows();
				assertThat(ex.getUnknown()).containsExactly(new RowRange(first, second));
				assertThat(ex.getWritten()).first().isEqualTo(new RowRange(0, first));
				assertThat(ex.getRead()).isLessThan(100_000);
			});
	}

	@Test
	void whatMayHaveArrivedBeforeTheServerRefusedIsNotKnownToBeMissing() {
		CompletableFuture<WriteResult<Point>> result = upsert(points(12_000));
		this.network.fail(0, new DataAccessResourceFailureException("broken"));
		int sent = this.network.sent.size();
		Awaitility.await().until(() -> this.network.sent.size() > sent);
		this.network.fail(this.network.sent.size() - 1, new DataIntegrityViolationException("refused"));
		answerAll(result);
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.satisfies((ex) -> assertThat(ex.getUnknown().get(0).from()).isZero());
	}

	@Test
	void anErrorThatIsNoRefusalLeavesItOpenWhetherTheRowsAreWritten() {
		CompletableFuture<WriteResult<Point>> result = insert(points(12_000));
		this.network.fail(0, new NonTransientDataAccessResourceException("the stream was reset"));
		answerAll(result);
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.satisfies((ex) -> assertThat(ex.getUnknown().get(0).from()).isZero());
	}

	@Test
	void anUpsertIsNotRepeatedWhereTheServerMakesANewKeyEachTime() {
		List<Note> notes = LongStream.range(0, 12_000).mapToObj((id) -> new Note(id, new float[] { id, 1 })).toList();
		CompletableFuture<WriteResult<Note>> result = notes(notes);
		this.network.fail(0, new DataAccessResourceFailureException("broken"));
		int first = this.network.sent.get(0).rows().rows();
		answerAll(result);
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.satisfies((ex) -> assertThat(ex.getUnknown()).containsExactly(new RowRange(0, first)));
		assertThat(this.network.sent.stream().mapToInt((request) -> request.rows().rows()).sum())
			.isLessThanOrEqualTo(12_000);
	}

	@Test
	void aKeyThatALaterBatchCouldNotReplaceIsRefused() {
		List<Point> points = new ArrayList<>(points(12_000));
		points.set(11_000, new Point(7, new float[] { 1, 1 }));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> insert(points))
			.withMessageContaining("Rows 7 and 11000")
			.withMessageContaining("upsert");
		List<Note> notes = new ArrayList<>(
				points(12_000).stream().map((point) -> new Note(point.id(), point.embedding())).toList());
		notes.set(11_000, new Note(7L, new float[] { 1, 1 }));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> notes(notes))
			.withMessageContaining("new key");
		assertThat(this.network.sent).isEmpty();
	}

	@Test
	void aRowThatDoesNotFitFailsTheFutureAndSaysWhere() {
		List<Point> points = new ArrayList<>(points(12_000));
		points.set(11_000, new Point(11_000, new float[] { 1 }));
		CompletableFuture<WriteResult<Point>> result = upsert(points);
		answerAll(result);
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.withCauseInstanceOf(DataIntegrityViolationException.class)
			.satisfies((ex) -> assertThat(ex.getNotWritten()).last()
				.satisfies((range) -> assertThat(11_000L).isBetween(range.from(), range.to() - 1)));
	}

	@Test
	void rowsWithoutKeysAreSplitToo() {
		List<Note> notes = IntStream.range(0, 30_000)
			.mapToObj((i) -> new Note((i % 3 == 0) ? (long) i : null, new float[] { i, 1 }))
			.toList();
		CompletableFuture<WriteResult<Note>> result = notes(notes);
		answerAll(result);
		assertThat(this.network.sent).hasSizeGreaterThan(3)
			.allSatisfy((request) -> assertThat(request.rows().rows()).isLessThanOrEqualTo(10_000));
		assertThat(result.join().count()).isEqualTo(30_000);
		assertThat(result.join().rows()).extracting((note) -> note.embedding()[0])
			.isEqualTo(IntStream.range(0, 30_000).mapToObj((i) -> (float) i).toList());
		assertThat(result.join().ids()).hasSize(30_000).doesNotHaveDuplicates();
	}

	@Test
	void aFailureAmongRowsWithoutKeysCountsThemAsTheyWereHandedIn() {
		List<Note> notes = List.of(new Note(null, new float[] { 1, 1 }), new Note(1L, new float[] { 1, 1 }),
				new Note(null, new float[] { 1, 1 }), new Note(2L, new float[] { 1, 1 }));
		CompletableFuture<WriteResult<Note>> result = notes(notes);
		this.network.answer(0);
		this.network.fail(1, new DataIntegrityViolationException("refused"));
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> RowTransport.await(result))
			.withCauseInstanceOf(DataIntegrityViolationException.class)
			.satisfies((ex) -> {
				assertThat(ex.getWritten()).containsExactly(new RowRange(1, 2), new RowRange(3, 4));
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(0, 1), new RowRange(2, 3));
			});
	}

	@Test
	void theCallerTakesTheStepsWhenItWaits() throws Exception {
		RowWriter<Point> writes = writes(Point.class);
		CollectionWriter<Point> whole = new CollectionWriter<>(writes, writes);
		CompletableFuture<WriteResult<Point>> result = CompletableFuture.supplyAsync(
				() -> BlockingSteps.await((thread) -> whole.upsert(points(50_000), WriteOptions.DEFAULT, thread)));
		Awaitility.await().until(() -> {
			answerSent();
			return result.isDone();
		});
		assertThat(result.get(1, TimeUnit.SECONDS).count()).isEqualTo(50_000);
	}

	private void answerAll(CompletableFuture<?> result) {
		int answered = -1;
		while (!result.isDone() && answered != this.network.sent.size()) {
			answered = this.network.sent.size();
			answerSent();
		}
	}

	private void answerSent() {
		for (int i = 0; i < this.network.sent.size(); i++) {
			this.network.answer(i);
		}
	}

	private CompletableFuture<WriteResult<Point>> insert(List<Point> points) {
		RowWriter<Point> writes = writes(Point.class);
		return new CollectionWriter<>(writes, writes).insert(points, WriteOptions.DEFAULT, new SerialExecutor());
	}

	private CompletableFuture<WriteResult<Point>> upsert(List<Point> points) {
		RowWriter<Point> writes = writes(Point.class);
		return new CollectionWriter<>(writes, writes).upsert(points, WriteOptions.DEFAULT, new SerialExecutor());
	}

	private CompletableFuture<WriteResult<Note>> notes(List<Note> notes) {
		RowWriter<Note> writes = writes(Note.class);
		return new CollectionWriter<>(writes, writes).upsert(notes, WriteOptions.DEFAULT, new SerialExecutor());
	}

	private static List<Point> points(int count) {
		return LongStream.range(0, count).mapToObj((id) -> new Point(id, new float[] { id, 1 })).toList();
	}

	private <T> RowWriter<T> writes(Class<T> type) {
		EntityConverter<T> converter = new MilvusConverter(new MilvusMappingContext()).entity(type);
		KnownPartitions partitions = new KnownPartitions(null, false);
		RowFetcher<T> reads = new RowFetcher<>(converter, this.network, new ReadScopeFactory(
				converter.entity().getCollection(), converter, partitions, ConsistencyLevel.SESSION));
		return new RowWriter<>(converter.entity().getCollection(), converter, this.network, partitions, reads);
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("notes")
	record Note(@Id @AutoId @Nullable Long id, @VectorField(dimension = 2) float[] embedding) {
	}

	private static final class HeldNetwork extends FakeRowTransport {

		private final List<WriteRequest> sent = new CopyOnWriteArrayList<>();

		private final List<CompletableFuture<WriteReply>> replies = new CopyOnWriteArrayList<>();

		private long mostUnderWay;

		private long nextKey = 1_000_000;

		@Override
		public CompletableFuture<WriteReply> write(WriteRequest request, Duration timeout) {
			CompletableFuture<WriteReply> reply = new CompletableFuture<>();
			this.replies.add(reply);
			this.sent.add(request);
			this.mostUnderWay = Math.max(this.mostUnderWay,
					this.replies.stream().filter((one) -> !one.isDone()).count());
			return reply;
		}

		void answer(int call) {
			WriteRequest request = this.sent.get(call);
			int rows = request.rows().rows();
			Column keys = request.rows().find("id");
			long[] given = new long[rows];
			for (int i = 0; i < rows; i++) {
				given[i] = (keys instanceof LongColumn longs) ? longs.get(i) : this.nextKey++;
			}
			this.replies.get(call).complete(new WriteReply(null, new LongColumn("", given, null), rows, rows, 0, 0));
		}

		void fail(int call, RuntimeException failure) {
			this.replies.get(call).completeExceptionally(failure);
		}

	}

}
