package io.github.milvusspring.data.wire;

import java.util.List;

import io.github.milvusspring.data.model.ConsistencyLevel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fresh a read of the same client has to be.
 */
class SessionTimestampsTests {

	private final SessionTimestamps timestamps = new SessionTimestamps();

	@Test
	void withoutAWriteAnythingWillDo() {
		assertThat(session()).isEqualTo(scope(ConsistencyLevel.SESSION, 1));
	}

	@Test
	void theLatestWriteIsSeen() {
		this.timestamps.wrote("books", 30, this.timestamps.begin());
		this.timestamps.wrote("books", 20, this.timestamps.begin());
		this.timestamps.wrote("others", 40, this.timestamps.begin());
		assertThat(session()).isEqualTo(scope(ConsistencyLevel.SESSION, 30));
	}

	@Test
	void aWriteWithoutATimestampIsSeenByAStrongRead() {
		this.timestamps.wrote("books", 30, this.timestamps.begin());
		this.timestamps.wrote("books", 0, this.timestamps.begin());
		assertThat(session()).isEqualTo(scope(ConsistencyLevel.STRONG, 0));
	}

	@Test
	void aLaterWriteWithATimestampIsEnough() {
		this.timestamps.wrote("books", 0, this.timestamps.begin());
		this.timestamps.wrote("books", 30, this.timestamps.begin());
		assertThat(session()).isEqualTo(scope(ConsistencyLevel.SESSION, 30));
	}

	@Test
	void aWriteAtTheSameTimeIsNotEnough() {
		long begun = this.timestamps.begin();
		this.timestamps.wrote("books", 0, this.timestamps.begin());
		this.timestamps.wrote("books", 30, begun);
		assertThat(session()).isEqualTo(scope(ConsistencyLevel.STRONG, 0));
	}

	@Test
	void theOtherLevelsStandForThemselves() {
		this.timestamps.wrote("books", 30, this.timestamps.begin());
		for (ConsistencyLevel level : List.of(ConsistencyLevel.STRONG, ConsistencyLevel.BOUNDED,
				ConsistencyLevel.EVENTUALLY)) {
			assertThat(this.timestamps.guarantee(scope(level, 0)).consistency()).isEqualTo(level);
		}
	}

	private ReadScope session() {
		return this.timestamps.guarantee(scope(ConsistencyLevel.SESSION, 0));
	}

	private static ReadScope scope(ConsistencyLevel level, long timestamp) {
		return new ReadScope("books", List.of(), List.of("isbn"), level, timestamp);
	}

}
