package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the server works on is looked at until it is finished.
 */
class PollingTests {

	private final AtomicInteger looks = new AtomicInteger();

	private final Polling<Integer> waiting = new Polling<>((seen) -> seen >= 3, (seen) -> "only " + seen);

	@Test
	void looksUntilItIsFinished() {
		await(null, this.looks::incrementAndGet);
		assertThat(this.looks).hasValue(3);
	}

	@Test
	void saysWhatIsLateAfterTheLongestTime() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> await(Duration.ofMillis(70), () -> -this.looks.incrementAndGet()))
			.withMessageStartingWith("only -");
		assertThat(this.looks).hasValueGreaterThan(1);
	}

	@Test
	void looksOnceWhenThereIsNoTime() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> await(Duration.ZERO, this.looks::incrementAndGet))
			.withMessage("only 1");
		assertThat(this.looks).hasValue(1);
	}

	@Test
	void whatALookThrowsEndsIt() {
		assertThatIllegalStateException().isThrownBy(() -> await(null, () -> {
			throw new IllegalStateException("look " + this.looks.incrementAndGet());
		})).withMessage("look 1");
	}

	@Test
	void anInterruptEndsIt() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> await(null, () -> 0))
			.withMessageContaining("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private void await(@Nullable Duration timeout, Supplier<Integer> look) {
		this.waiting.await(timeout, look);
	}

}
