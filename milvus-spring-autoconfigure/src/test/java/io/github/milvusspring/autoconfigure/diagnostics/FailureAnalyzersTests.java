package io.github.milvusspring.autoconfigure.diagnostics;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

import io.github.milvusspring.data.admin.SchemaMismatchException;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.github.milvusspring.lite.MilvusLiteException;
import io.github.milvusspring.lite.MilvusLiteUnavailableException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FailureAnalyzersTests {

	@Test
	void unreachableServerIsNamedWithAllWaysOut() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		ConnectionSettings nowhere = ConnectionSettings.of("http://127.0.0.1:" + port)
			.withTimeouts(Duration.ofSeconds(2), null);
		MilvusUnreachableException failure = catchThrowableOfType(MilvusUnreachableException.class,
				() -> MilvusConnection.open(nowhere));
		FailureAnalysis analysis = analyze(failure);
		assertThat(analysis.getDescription()).contains("http://127.0.0.1:" + port);
		assertThat(analysis.getAction()).contains("Remove milvus.uri: Milvus Lite", "milvus.connect-timeout",
				"Start Milvus");
	}

	@Test
	void missingMilvusLiteSaysHowToInstallIt() {
		FailureAnalysis analysis = analyze(new MilvusLiteUnavailableException("There is no Python.", null));
		assertThat(analysis.getDescription()).contains("Milvus Lite", "There is no Python.");
		assertThat(analysis.getAction()).contains("Install Python 3.10", "milvus.lite.command", "milvus.uri");
	}

	@Test
	void failedMilvusLiteSaysWhatToChange() {
		FailureAnalysis analysis = analyze(new MilvusLiteException("The data directory is in use.", null));
		assertThat(analysis.getDescription()).contains("The data directory is in use.");
		assertThat(analysis.getAction()).contains("milvus.lite.data-directory", "milvus.lite.startup-timeout",
				"milvus.uri");
	}

	@Test
	void differentSchemaShowsTheTableAndTheChoices() {
		SchemaMismatchException failure = mock();
		given(failure.getMessage()).willReturn("field declared found");
		given(failure.getCollection()).willReturn("books");
		FailureAnalysis analysis = analyze(failure);
		assertThat(analysis.getDescription()).isEqualTo("field declared found");
		assertThat(analysis.getAction()).contains("drop the collection 'books'", "milvus.schema.mode=none");
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, (type, name, needsAContext) -> {
			})
			.stream()
			.filter((analyzer) -> analyzer.getClass().getPackage() == FailureAnalyzersTests.class.getPackage())
			.map((analyzer) -> analyzer.analyze(new IllegalStateException("bean", failure)))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElseThrow();
	}

}
