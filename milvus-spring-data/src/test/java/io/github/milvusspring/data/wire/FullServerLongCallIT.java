package io.github.milvusspring.data.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.model.ConsistencyLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call that is silent for much longer than the time between two pings, on the complete
 * server.
 */
class FullServerLongCallIT {

	private static final Duration LONG = Duration.ofSeconds(Long.getLong("milvus.test.long-call", 45));

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void aCallThatTakesLongIsAnsweredOverAConnectionThatIsChecked() {
		MilvusTemplate template = this.milvus.template();
		template.collections().create("simple", 2);
		template.rows("simple").upsert(Map.of("id", 1L, "vector", new float[] { 1, 0 }));
		// The server waits until it has seen everything up to this moment, which is to
		// come.
		long moment = (System.currentTimeMillis() + LONG.toMillis()) << 18;
		QueryRequest query = new QueryRequest(
				new ReadScope("simple", List.of(), List.of("id"), ConsistencyLevel.SESSION, moment), "id > 0",
				Map.of("limit", "10"));
		long start = System.nanoTime();
		assertThat(this.milvus.connection().calls().call(query, null).rows().rows()).isEqualTo(1);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(LONG.minusSeconds(2));
	}

}
