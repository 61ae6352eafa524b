package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Specifies that every row whose write was acknowledged exists exactly once after several
 * threads wrote and the server was killed.
 */
@Timeout(120)
class ConcurrentWritersIT {

	private static final int WRITERS = 8;

	private static final int BATCH = 50;

	private static final int BATCHES_BEFORE_THE_KILL = 60;

	private static final long ROOM = 1_000_000;

	private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

	@RepeatedTest(2)
	void everyAcknowledgedRowIsThereOnceAfterTheKillOfTheServer(@TempDir Path directory) throws Exception {
		MilvusLiteOptions options = MilvusLiteOptions.defaults().withDataDirectory(directory);
		try (MilvusLite lite = MilvusLite.start(options)) {
			try (Rows rows = new Rows(lite, 8)) {
				rows.create();
			}
			List<Thread> writers = IntStream.range(0, WRITERS)
				.mapToObj((writer) -> new Thread(() -> writeUntilTheServerIsGone(lite, writer)))
				.toList();
			writers.forEach(Thread::start);
			await().until(() -> this.acknowledged.size() >= BATCHES_BEFORE_THE_KILL);
			ProcessHandle.of(lite.pid()).orElseThrow().destroyForcibly();
			for (Thread writer : writers) {
				writer.join();
			}
		}
		try (MilvusLite lite = MilvusLite.start(options); Rows rows = new Rows(lite, 8)) {
			List<Long> ids = rows.load().ids();
			assertThat(ids).doesNotHaveDuplicates()
				.containsAll(this.acknowledged.stream().flatMap(ConcurrentWritersIT::batch).toList());
		}
	}

	private void writeUntilTheServerIsGone(MilvusLite lite, int writer) {
		try (Rows rows = new Rows(lite, 8)) {
			for (long first = writer * ROOM; lite.isRunning(); first += BATCH) {
				rows.upsert(first, first + BATCH);
				this.acknowledged.add(first);
			}
		}
		catch (RuntimeException ignored) {
			// The batch was not acknowledged.
		}
	}

	private static Stream<Long> batch(long first) {
		return LongStream.range(first, first + BATCH).boxed();
	}

}
