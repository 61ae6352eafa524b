package io.github.milvusspring.sample.index;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Set;

import io.github.milvusspring.sample.index.IndexStatus.State;
import io.github.milvusspring.sample.metadata.Artifact;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexProgressTests {

	private final ByteArrayOutputStream console = new ByteArrayOutputStream();

	private long nanos;

	private final IndexProgress progress = new IndexProgress(new ConsoleProgress(new PrintStream(this.console, true)),
			() -> this.nanos);

	@Test
	void nothingIsSaidBeforeTheFirstRun() {
		assertThat(this.progress.status().state()).isEqualTo(State.STARTING);
		assertThat(this.console.toString()).isEmpty();
	}

	@Test
	void rateAndTimeLeftAreTold() {
		this.progress.reading();
		seconds(5);
		this.progress.writing(changes(200, 30, "gone"));
		seconds(2);
		this.progress.written(50);
		assertThat(this.progress.status()).isEqualTo(new IndexStatus(State.WRITING, 200, 50, 30, 1, 25, 6, 7, null));
		assertThat(this.progress.status().searchable()).isEqualTo(80);
		assertThat(this.console.toString()).contains("Found 230 properties: 200 to write, 30 unchanged, 1 to remove")
			.contains("[#######.......................]  25 %  50 of 200  25 per second  6 s left");
	}

	@Test
	void barIsDrawnOnceInASecondAndAtTheEnd() {
		this.progress.reading();
		this.progress.writing(changes(100, 0));
		for (int i = 0; i < 100; i++) {
			this.nanos += 15_000_000;
			this.progress.written(1);
		}
		this.progress.ready();
		assertThat(this.console.toString().lines().filter((line) -> line.contains(" left"))).hasSize(3)
			.last()
			.asString()
			.contains("[##############################] 100 %  100 of 100");
		assertThat(this.console.toString()).contains("100 properties, 100 written, 0 unchanged, 0 removed, in 1.5 s");
	}

	@Test
	void unchangedIndexIsReadyAtOnce() {
		this.progress.reading();
		this.progress.writing(changes(0, 12));
		this.progress.ready();
		assertThat(this.progress.status().state()).isEqualTo(State.READY);
		assertThat(this.progress.status().searchable()).isEqualTo(12);
		assertThat(this.console.toString()).doesNotContain("left");
	}

	@Test
	void secondRunHasABarToo() {
		for (int run = 0; run < 2; run++) {
			this.console.reset();
			this.progress.reading();
			this.progress.writing(changes(100, 0));
			seconds(5);
			this.progress.written(50);
			assertThat(this.console.toString()).contains(" 50 %");
		}
	}

	@Test
	void failureIsTold() {
		this.progress.reading();
		this.progress.failed(new IllegalStateException("the server is away"));
		assertThat(this.progress.status().state()).isEqualTo(State.FAILED);
		assertThat(this.progress.status().problem()).isEqualTo("the server is away");
		assertThat(this.console.toString()).contains("not up to date: the server is away");
	}

	private void seconds(int seconds) {
		this.nanos += seconds * 1_000_000_000L;
	}

	private static IndexChanges changes(int toWrite, int unchanged, String... toRemove) {
		DeclaredProperty property = new DeclaredProperty("acme.port", null, "", null, null,
				new Artifact("org.acme", "acme", "1.0"));
		return new IndexChanges(Collections.nCopies(toWrite, property), unchanged, Set.of(toRemove));
	}

}
