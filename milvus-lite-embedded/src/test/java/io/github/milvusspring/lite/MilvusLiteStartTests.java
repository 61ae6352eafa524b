package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies which environment variables and settings a server is started with.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
class MilvusLiteStartTests {

	private static final String PASSES_THE_CHECK = "for last; do :; done; [ \"$last\" = --check ] && echo FOUND && exit 0";

	@TempDir
	private Path directory;

	private FakeHost host;

	private MilvusLiteOptions options;

	@BeforeEach
	void createHost() throws Exception {
		this.host = new FakeHost(this.directory);
		this.options = MilvusLiteOptions.defaults()
			.withCommand("python")
			.withProvision(false)
			.withStartupTimeout(Duration.ofSeconds(10));
	}

	@Test
	void theServerSeesNothingOfTheApplicationsEnvironment() throws Exception {
		this.host.with("DB_PASSWORD", "s3cret")
			.has("python", PASSES_THE_CHECK, "echo \"saw [$DB_PASSWORD]\" >&2", "exit 1");
		assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLite.start(this.options, this.host.environment()))
			.withMessageContaining("saw []");
	}

	@Test
	void theServerIsToldTheSizeOfTheMemoryTable() throws Exception {
		this.host.has("python", PASSES_THE_CHECK,
				"echo \"table of $MILVUS_LITE_MEMTABLE_MEMORY_LIMIT_BYTES bytes\" >&2", "exit 1");
		assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLite.start(this.options.withMemoryTableBytes(12_345), this.host.environment()))
			.withMessageContaining("table of 12345 bytes");
	}

}
