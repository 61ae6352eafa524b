package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.ConcurrencyFailureException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * How a dead rebuild is told from one that is under way.
 */
class StandStillTests {

	@Test
	void oneThatGoesOnIsNotTakenOver() {
		AtomicInteger rows = new AtomicInteger();
		assertThatExceptionOfType(ConcurrencyFailureException.class)
			.isThrownBy(() -> new StandStill("books", Duration.ofSeconds(30)).require(rows::incrementAndGet))
			.withMessageContaining("Another instance");
	}

	@Test
	void oneThatStandsStillIsTakenOver() {
		assertThatNoException()
			.isThrownBy(() -> new StandStill("books", Duration.ofMillis(100)).require(() -> "the same"));
	}

}
