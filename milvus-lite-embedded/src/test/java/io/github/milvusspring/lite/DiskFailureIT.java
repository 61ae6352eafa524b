package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.milvus.v2.exception.MilvusClientException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Specifies that Milvus Lite refuses writes and keeps earlier rows after real disk
 * errors: a file that cannot grow, and a directory that was replaced by a file.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class DiskFailureIT {

	@TempDir
	private Path directory;

	private MilvusLiteOptions options;

	@BeforeEach
	void createOptions() {
		this.options = MilvusLiteOptions.defaults().withDataDirectory(this.directory);
	}

	@Test
	void rowsBeforeTheFailureOfTheLogAreThereAfterTheNextStart() throws Exception {
		MilvusLite lite = MilvusLite.start(this.options);
		try (lite; Rows rows = new Rows(lite, 64)) {
			rows.create().upsert(0, 100);
			limitFilesTo(64 * 1024, lite);
			assertRefused(() -> rows.upsert(100, 5_000), 1001, "Milvus Lite's disk failed ([Errno 27]",
					"a part of the call may be written");
			assertNoMoreWrites(rows);
			assertThat(rows.ids()).containsAll(numbers(100));
		}
		assertThat(lite.exitCode()).hasValue(74);
		assertThat(files(".parquet")).as("no flush at the stop").isEmpty();
		assertThatAllAreThere(100);
	}

	@Test
	void rowsBeforeTheFailureOfAFlushAreThereAfterTheNextStart() throws Exception {
		Path partition;
		try (MilvusLite lite = MilvusLite.start(this.options.withMemoryTableBytes(256 * 1024));
				Rows rows = new Rows(lite, 64)) {
			rows.create().upsert(0, 2_000);
			partition = files(".parquet").get(0).getParent().getParent();
			rows.upsert(2_000, 2_100);
			Files.move(partition, partition.resolveSibling("away"));
			Files.createFile(partition);
			assertRefused(() -> rows.upsert(2_100, 4_000), 1001, "Milvus Lite's disk failed",
					"a part of the call may be written");
			assertNoMoreWrites(rows);
		}
		Files.delete(partition);
		Files.move(partition.resolveSibling("away"), partition);
		assertThatAllAreThere(2_100);
	}

	@Test
	void rowsBeforeTheFailureOutliveAKill() throws Exception {
		try (MilvusLite lite = MilvusLite.start(this.options); Rows rows = new Rows(lite, 64)) {
			rows.create().upsert(0, 100);
			limitFilesTo(64 * 1024, lite);
			assertRefused(() -> rows.upsert(100, 5_000), 1001, "a part of the call may be written");
			ProcessHandle.of(lite.pid()).orElseThrow().destroyForcibly();
		}
		assertThatAllAreThere(100);
	}

	private void assertThatAllAreThere(long count) {
		try (MilvusLite lite = MilvusLite.start(this.options); Rows rows = new Rows(lite, 64)) {
			assertThat(rows.load().ids()).containsAll(numbers(count));
			rows.upsert(10_000, 10_001);
			assertThat(rows.ids()).contains(10_000L);
		}
	}

	private static void assertNoMoreWrites(Rows rows) {
		String[] reason = { "takes no more writes since its disk failed", "free space and restart it" };
		assertRefused(() -> rows.upsert(0, 1), 7, reason);
		assertRefused(rows::delete, 7, reason);
		assertRefused(rows::flush, 7, reason);
		assertRefused(() -> rows.createDatabase("other"), 7, reason);
	}

	private static void assertRefused(Runnable call, int code, String... reason) {
		assertThatExceptionOfType(MilvusClientException.class).isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.getServerErrCode()).isEqualTo(code))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(reason));
	}

	private static void limitFilesTo(long bytes, MilvusLite lite) throws Exception {
		Process limit;
		try {
			limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(lite.pid()), "--fsize=" + bytes + ":")
				.inheritIO()
				.start();
		}
		catch (IOException ex) {
			assumeThat(ex).as("prlimit is there").isNull();
			throw ex;
		}
		assertThat(limit.waitFor()).isZero();
	}

	private List<Path> files(String ending) {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Long> numbers(long count) {
		return LongStream.range(0, count).boxed().toList();
	}

}
