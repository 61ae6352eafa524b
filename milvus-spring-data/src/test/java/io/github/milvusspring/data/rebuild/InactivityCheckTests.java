package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Another instance counts as dead only when it was seen to do nothing for the whole time.
 */
class InactivityCheckTests {

	@Test
	void whatDoesNotChangeMayBeTakenOver() {
		assertThatNoException()
			.isThrownBy(() -> new InactivityCheck("docs", Duration.ofMillis(600)).require(() -> "the same"));
	}

	@Test
	void whatChangesIsLeftAlone() {
		AtomicInteger rows = new AtomicInteger();
		assertThatExceptionOfType(ConcurrencyFailureException.class)
			.isThrownBy(() -> new InactivityCheck("docs", Duration.ofMillis(600)).require(rows::incrementAndGet))
			.withMessageContaining("docs");
	}

	@Test
	void anInterruptIsNoStandStill() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> new InactivityCheck("docs", Duration.ofMinutes(1)).require(() -> "the same"))
			.withMessageContaining("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

}
