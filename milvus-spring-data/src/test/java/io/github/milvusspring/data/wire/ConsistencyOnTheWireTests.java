package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import com.google.protobuf.Message;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The timestamps by which each consistency level reaches the server, in every kind of
 * read.
 */
class ConsistencyOnTheWireTests {

	private static final long WRITTEN_AT = 454_000_000_000_000_000L;

	private final FakeMilvus server = new FakeMilvus();

	private final MilvusConnection connection = MilvusConnection.open(this.server.settings());

	private final List<BiFunction<String, ConsistencyLevel, Message>> reads = List.of(this::query, this::search,
			this::hybridSearch);

	@AfterEach
	void close() {
		this.connection.close();
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "STRONG, 0", "SESSION, 1", "BOUNDED, 2", "EVENTUALLY, 1" })
	void eachLevelHasItsTimestampBeforeAWrite(ConsistencyLevel level, long timestamp) {
		expect(level, "books", timestamp);
	}

	@ParameterizedTest
	@CsvSource({ "STRONG, 0", "SESSION, 454000000000000000", "BOUNDED, 2", "EVENTUALLY, 1" })
	void onlyASessionWaitsForItsOwnWrites(ConsistencyLevel level, long timestamp) {
		upsert("books", WRITTEN_AT);
		expect(level, "books", timestamp);
	}

	@Test
	void aSessionWaitsForTheLastWriteOfEachCollection() {
		upsert("books", WRITTEN_AT);
		upsert("books", WRITTEN_AT - 5);
		expect(ConsistencyLevel.SESSION, "books", WRITTEN_AT);
		expect(ConsistencyLevel.SESSION, "others", 1);
		this.server.writesAt(WRITTEN_AT + 5);
		this.connection.calls().call(new DeleteRequest("books", null, "id > 0"), null);
		expect(ConsistencyLevel.SESSION, "books", WRITTEN_AT + 5);
	}

	@Test
	void whatIsWrittenWithoutWaitingCountsToo() {
		this.server.writesAt(WRITTEN_AT);
		this.connection.calls().callAsync(write("books"), null).join();
		expect(ConsistencyLevel.SESSION, "books", WRITTEN_AT);
	}

	private void expect(ConsistencyLevel level, String collection, long timestamp) {
		for (BiFunction<String, ConsistencyLevel, Message> read : this.reads) {
			Message request = read.apply(collection, level);
			assertThat(field(request, "guarantee_timestamp")).as(request.getClass().getSimpleName())
				.isEqualTo(timestamp);
			assertThat(field(request, "use_default_consistency")).isEqualTo(false);
			assertThat(field(request, "consistency_level")).hasToString(switch (level) {
				case STRONG -> "Strong";
				case SESSION -> "Session";
				case BOUNDED -> "Bounded";
				case EVENTUALLY -> "Eventually";
			});
		}
	}

	private static Object field(Message request, String name) {
		return request.getField(request.getDescriptorForType().findFieldByName(name));
	}

	private void upsert(String collection, long timestamp) {
		this.server.writesAt(timestamp);
		this.connection.calls().call(write(collection), null);
	}

	private static WriteRequest write(String collection) {
		return new WriteRequest(WriteRequest.Kind.UPSERT, collection, null, new ColumnSet(0, List.of()));
	}

	private Message query(String collection, ConsistencyLevel level) {
		this.connection.calls().call(new QueryRequest(scope(collection, level), "id > 0", Map.of()), null);
		return this.server.lastRead();
	}

	private Message search(String collection, ConsistencyLevel level) {
		this.connection.calls().call(new SearchRequest(scope(collection, level), subSearch(), List.of()), null);
		return this.server.lastRead();
	}

	private Message hybridSearch(String collection, ConsistencyLevel level) {
		this.connection.calls()
			.call(new HybridSearchRequest(scope(collection, level), List.of(subSearch()), Map.of(), List.of()), null);
		return this.server.lastRead();
	}

	private static SubSearchRequest subSearch() {
		return new SubSearchRequest(SearchVectors.floats(List.of(new float[] { 1, 2 })), "", Map.of());
	}

	private static ReadScope scope(String collection, ConsistencyLevel level) {
		return new ReadScope(collection, List.of(), List.of("id"), level, 0);
	}

}
