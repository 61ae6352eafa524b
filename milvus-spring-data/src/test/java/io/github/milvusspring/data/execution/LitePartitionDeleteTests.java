package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.Test;

import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How rows of one partition of Milvus Lite are deleted: by keys that are read first.
 */
class LitePartitionDeleteTests {

	private final List<CompletableFuture<QueryReply>> reads = new ArrayList<>();

	private final List<QueryRequest> asked = new ArrayList<>();

	private final List<DeleteRequest> deleted = new ArrayList<>();

	private CompletableFuture<Long> delete() {
		return writes().deletes().matching(Filter.where("id").gt(1L), WriteOptions.inPartition("archive"));
	}

	@Test
	void theCallReturnsBeforeTheReadIsAnswered() {
		CompletableFuture<Long> result = delete();
		assertThat(result).isNotDone();
		assertThat(this.asked).singleElement()
			.satisfies((query) -> assertThat(query.scope().partitions()).containsExactly("archive"));
		assertThat(this.deleted).isEmpty();
		this.reads.get(0).complete(keys(2, 3));
		assertThat(result).isCompletedWithValueMatching((done) -> done == 2);
		assertThat(this.deleted).singleElement().satisfies((request) -> {
			assertThat(request.filter()).contains("2", "3");
			assertThat(request.partition()).isNull();
		});
	}

	@Test
	void nothingIsDeletedWhereNothingIsFound() {
		CompletableFuture<Long> result = delete();
		this.reads.get(0).complete(keys());
		assertThat(result).isCompletedWithValueMatching((done) -> done == 0);
		assertThat(this.deleted).isEmpty();
	}

	@Test
	void aReadThatFailsFailsTheDelete() {
		CompletableFuture<Long> result = delete();
		this.reads.get(0).completeExceptionally(new TransientDataAccessResourceException("busy"));
		assertThat(result).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.withCauseInstanceOf(TransientDataAccessResourceException.class);
		assertThat(this.deleted).isEmpty();
	}

	private static QueryReply keys(long... keys) {
		return QueryReply.of(new ColumnSet(keys.length, List.of(new LongColumn("id", keys, null))), 0);
	}

	private RowWriter<Point> writes() {
		RowTransport held = new FakeRowTransport() {

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
				asked.add(request);
				CompletableFuture<QueryReply> reply = new CompletableFuture<>();
				reads.add(reply);
				return reply;
			}

			@Override
			public CompletableFuture<WriteReply> delete(DeleteRequest request, Duration timeout) {
				deleted.add(request);
				return CompletableFuture
					.completedFuture(new WriteReply(null, new LongColumn("", new long[0], null), 0, 0, 2, 0));
			}

			@Override
			public MilvusServer server() {
				return MilvusServer.LITE;
			}

		};
		EntityConverter<Point> converter = new MilvusConverter(new MilvusMappingContext()).entity(Point.class);
		KnownPartitions partitions = new KnownPartitions(null, false);
		RowFetcher<Point> reading = new RowFetcher<>(converter, held, new ReadScopeFactory(
				converter.entity().getCollection(), converter, partitions, ConsistencyLevel.SESSION));
		return new RowWriter<>(converter.entity().getCollection(), converter, held, partitions, reading);
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 2) float[] embedding) {
	}

}
