package io.github.milvusspring.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Specifies how the bootstrap program reports single Python errors: only those of the
 * disk and of memory get the error code 1001.
 */
@Timeout(120)
class DiskGuardIT {

	private static final String PROGRAM = """
			import errno, runpy, sys, types, urllib.error
			guard = runpy.run_path(sys.argv[1])["DiskGuard"](types.SimpleNamespace(Status=lambda **fields: fields))
			try:
			    raise eval(sys.argv[2])
			except Exception as error:
			    answer = guard.Status(code=1, reason=str(error))
			print("ANSWER", answer["code"], answer["reason"])
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			OSError(errno.ENOSPC, "No space left") | ANSWER 1001 Milvus Lite's disk failed ([Errno 28] No space left)
			FileExistsError(errno.EEXIST, "in the way") | ANSWER 1001 Milvus Lite's disk failed ([Errno 17] in the way)
			OSError("Error writing bytes to file") | ANSWER 1001 Milvus Lite's disk failed (Error writing bytes to file)
			MemoryError() | ANSWER 1001 Milvus Lite's memory failed (MemoryError)
			OSError(errno.ENAMETOOLONG, "too long") | ANSWER 1 [Errno 36] too long
			ConnectionRefusedError("no embedder") | ANSWER 1 no embedder
			TimeoutError("slow embedder") | ANSWER 1 slow embedder
			urllib.error.URLError("no embedder") | ANSWER 1 <urlopen error no embedder>
			ValueError("bad vector") | ANSWER 1 bad vector""")
	void onlyErrorsOfTheDiskAndOfMemoryAreAnsweredAsSuch(String error, String answer) {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			HostEnvironment environment = HostEnvironment.current();
			MilvusLitePython python = new MilvusLiteSearch(MilvusLiteOptions.defaults(), environment, bootstrap).find();
			List<String> command = new ArrayList<>(List.of(python.interpreter().toString(), "-I", "-c", PROGRAM));
			command.addAll(List.of(bootstrap.script().toString(), error));
			ChildRun run = ChildRun.of(command, environment, Duration.ofSeconds(30));
			assertThat(run.output()).isEqualTo(answer);
		}
	}

}
