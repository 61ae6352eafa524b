package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.wire.ServerFailures;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.RowRangeSet;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of batches over a network that breaks.
 */
class BatchWriterTests {

	private static final BatchOptions TENS = BatchOptions.DEFAULT.withBatches(10, 1_000_000).withWindow(3);

	private static final int RATE_LIMIT = 8;

	private final List<CompletableFuture<WriteReply>> sent = new ArrayList<>();

	@Test
	void aBatchThatTheServerWasTooBusyForIsTriedAgain() {
		IntFunction<RuntimeException> busyOnce = (call) -> (call == 2) ? ServerFailures.ofWrite(RATE_LIMIT, true)
				: null;
		assertThat(insert(busyOnce, TENS).rows()).isEqualTo(50);
		assertThat(this.sent).hasSize(6);
	}

	@Test
	void anInsertThatABusyServerMayHaveBegunIsNotTriedAgainAndAnUpsertIs() {
		IntFunction<RuntimeException> busyOnce = (call) -> (call == 2) ? ServerFailures.ofWrite(2200, true) : null;
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> insert(busyOnce, TENS))
			.satisfies((ex) -> assertThat(ex.getUnknown()).containsExactly(new RowRange(20, 30)));
		this.sent.clear();
		assertThat(upsert(busyOnce, TENS).rows()).isEqualTo(50);
		assertThat(this.sent).hasSize(6);
	}

	@Test
	void anUpsertWhoseArrivalIsNotKnownIsTriedAgain() {
		IntFunction<RuntimeException> brokenOnce = (call) -> (call == 2)
				? new DataAccessResourceFailureException("broken") : null;
		assertThat(upsert(brokenOnce, TENS).rows()).isEqualTo(50);
		assertThat(this.sent).hasSize(6);
	}

	@Test
	void anInsertWhoseArrivalIsNotKnownIsNotTriedAgainBecauseItCouldDuplicate() {
		IntFunction<RuntimeException> brokenOnce = (call) -> (call == 1)
				? new DataAccessResourceFailureException("broken") : null;
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> insert(brokenOnce, TENS))
			.satisfies((ex) -> {
				assertThat(ex.getUnknown()).containsExactly(new RowRange(10, 20));
				assertThat(ex.getWritten()).contains(new RowRange(0, 10));
			});
	}

	@Test
	void aBatchThatTimedOutIsNotKnownToBeWritten() {
		IntFunction<RuntimeException> late = (call) -> (call == 0) ? new QueryTimeoutException("late") : null;
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> upsert(late, TENS.withWrite(WriteOptions.within(Duration.ofSeconds(1)))))
			.satisfies((ex) -> assertThat(ex.getUnknown()).containsExactly(new RowRange(0, 10)));
	}

	@Test
	void retriesEnd() {
		IntFunction<RuntimeException> always = (call) -> ServerFailures.ofWrite(RATE_LIMIT, true);
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> upsert(always, TENS.withWindow(1).withRetries(2)))
			.satisfies((ex) -> assertThat(ex.getNotWritten()).containsExactly(new RowRange(0, 20)));
		assertThat(this.sent).hasSize(3);
	}

	@Test
	void anInterruptEndsAStreamWithoutAnEnd() {
		RowWriter<Point> writes = writes((call) -> {
			if (call == 5) {
				Thread.currentThread().interrupt();
			}
			return null;
		});
		java.util.Iterator<Point> endless = LongStream.iterate(0, (id) -> id + 1)
			.mapToObj((id) -> new Point(id, new float[] { id, 1 }))
			.iterator();
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> BlockingSteps
			.await((thread) -> new BatchWriter<>(writes, TENS, writes::upsertBatch, (written) -> {
			}, RowSource.of(endless), thread).write()))
			.withMessageContaining("interrupted")
			.satisfies((ex) -> assertThat(ex.getWritten()).containsExactly(new RowRange(0, this.sent.size() * 10L)));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void anInterruptAfterTheLastRowChangesNothing() {
		IntFunction<RuntimeException> interrupts = (call) -> {
			if (call == 4) {
				Thread.currentThread().interrupt();
			}
			return null;
		};
		assertThat(upsert(interrupts, TENS).rows()).isEqualTo(50);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void rangesThatTouchAreOne() {
		RowRangeSet ranges = new RowRangeSet();
		ranges.add(10, 20);
		ranges.add(30, 40);
		ranges.add(0, 10);
		assertThat(ranges.toList()).containsExactly(new RowRange(0, 20), new RowRange(30, 40));
		ranges.add(20, 30);
		assertThat(ranges.toList()).containsExactly(new RowRange(0, 40));
		ranges.add(50, 50);
		assertThat(ranges.toList()).containsExactly(new RowRange(0, 40));
	}

	@Test
	void batchesThatMayShareAKeyAreTold() {
		KeyHashes low = KeyHashes.of(new LongColumn("id", new long[] { 3, 1, 2 }, null));
		KeyHashes high = KeyHashes.of(new LongColumn("id", new long[] { 9, 3 }, null));
		KeyHashes other = KeyHashes.of(new LongColumn("id", new long[] { 4, 9 }, null));
		assertThat(low.mayShareWith(high)).isTrue();
		assertThat(low.mayShareWith(other)).isFalse();
		assertThat(high.mayShareWith(other)).isTrue();
	}

	private BatchProgress insert(IntFunction<RuntimeException> failures, BatchOptions options) {
		RowWriter<Point> writes = writes(failures);
		return BlockingSteps.await((thread) -> new BatchWriter<>(writes, options, writes::insertBatch, (written) -> {
		}, RowSource.of(points()), thread).write());
	}

	private BatchProgress upsert(IntFunction<RuntimeException> failures, BatchOptions options) {
		RowWriter<Point> writes = writes(failures);
		return BlockingSteps.await((thread) -> new BatchWriter<>(writes, options, writes::upsertBatch, (written) -> {
		}, RowSource.of(points()), thread).write());
	}

	private static java.util.Iterator<Point> points() {
		return LongStream.range(0, 50).mapToObj((id) -> new Point(id, new float[] { id, 1 })).iterator();
	}

	private RowWriter<Point> writes(IntFunction<RuntimeException> failures) {
		EntityConverter<Point> converter = new MilvusConverter(new MilvusMappingContext()).entity(Point.class);
		RowTransport calls = new BrokenNetwork(failures);
		KnownPartitions partitions = new KnownPartitions(null, false);
		RowFetcher<Point> reads = new RowFetcher<>(converter, calls, new ReadScopeFactory(
				converter.entity().getCollection(), converter, partitions, ConsistencyLevel.SESSION));
		return new RowWriter<>(converter.entity().getCollection(), converter, calls, partitions, reads);
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 2) float[] embedding) {
	}

	private final class BrokenNetwork extends FakeRowTransport {

		private final IntFunction<RuntimeException> failures;

		BrokenNetwork(IntFunction<RuntimeException> failures) {
			this.failures = failures;
		}

		@Override
		public CompletableFuture<WriteReply> write(WriteRequest request, Duration timeout) {
			RuntimeException failure = this.failures.apply(BatchWriterTests.this.sent.size());
			int rows = request.rows().rows();
			CompletableFuture<WriteReply> reply = (failure != null) ? CompletableFuture.failedFuture(failure)
					: CompletableFuture
						.completedFuture(new WriteReply(null, new LongColumn("", new long[0], null), rows, rows, 0, 0));
			BatchWriterTests.this.sent.add(reply);
			return reply;
		}

	}

}
