package io.github.milvusspring.lite;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies in which order uv, venv, pip and the Python interpreters are tried for an
 * installation, and how failures are reported.
 */
@DisabledOnOs(OS.WINDOWS)
class MilvusLiteInstallationTests {

	/**
	 * Shell code that creates a virtual environment whose Python is a copy of the running
	 * script.
	 */
	private static final String MAKES_VENV = "[ \"$1 $3\" = '-I venv' ] && mkdir -p \"$4/bin\" && cp \"$0\" \"$4/bin/python\" && exit 0";

	private static final String INSTALLS = "[ \"$1 $3\" = '-I pip' ] && exit 0";

	private static final String FAILS = "[ \"$3\" = pip ] && echo 'ERROR: No matching distribution' && exit 1";

	private static final String IMPORTS = "echo FOUND";

	@TempDir
	private Path directory;

	private Path target;

	private FakeHost host;

	@BeforeEach
	void createHost() throws Exception {
		this.target = Files.createDirectories(this.directory.resolve("target"));
		this.host = new FakeHost(this.directory);
		for (String tool : new String[] { "mkdir", "cp" }) {
			this.host.has(tool, "exec /bin/" + tool + " \"$@\"");
		}
	}

	@Test
	void venvIsTakenBeforePip() throws Exception {
		this.host.hasPython("python3", "3.12", true, true, MAKES_VENV, INSTALLS, IMPORTS);
		assertThat(install()).isEqualTo(new MilvusLitePython(this.target.resolve("venv-3.12/bin/python"), null, true));
	}

	@Test
	void pipAloneIsEnough() throws Exception {
		Path python = this.host.hasPython("python3", "3.10", false, true, INSTALLS, IMPORTS);
		assertThat(install()).isEqualTo(new MilvusLitePython(python, this.target.resolve("libraries"), true));
	}

	@Test
	void pipHelpsOutWhenVenvDoesNotWork() throws Exception {
		Path python = this.host.hasPython("python3", "3.10", true, true, "[ \"$3\" = venv ] && exit 1", INSTALLS,
				IMPORTS);
		assertThat(install().interpreter()).isEqualTo(python);
	}

	@Test
	void uvIsTakenFirst() throws Exception {
		this.host.hasPython("python3", "3.12", true, true, MAKES_VENV, INSTALLS, IMPORTS);
		this.host.has("uv", "[ \"$1\" = venv ] && for last; do :; done",
				"[ \"$1\" = venv ] && mkdir -p \"$last/bin\" && cp " + this.host.has("uv-python", IMPORTS)
						+ " \"$last/bin/python\"",
				"exit 0");
		assertThat(install().interpreter()).isEqualTo(this.target.resolve("uv/bin/python"));
	}

	@Test
	void pythonHelpsOutWhenUvDoesNotWork() throws Exception {
		this.host.hasPython("python3", "3.12", false, true, INSTALLS, IMPORTS);
		this.host.has("uv", "exit 2");
		assertThat(install().libraries()).isEqualTo(this.target.resolve("libraries"));
	}

	@Test
	void aDeadShimIsPassedOver() throws Exception {
		this.host.has("python3", "echo 'python3: command not found' >&2", "exit 127");
		Path python = this.host.hasPython("python3.11", "3.11", false, true, INSTALLS, IMPORTS);
		assertThat(install().interpreter()).isEqualTo(python);
	}

	@Test
	void aPythonThatIsTooOldIsPassedOver() throws Exception {
		this.host.hasPython("python3", "3.8", true, true, MAKES_VENV, INSTALLS, IMPORTS);
		Path python = this.host.hasPython("python3.11", "3.11", false, true, INSTALLS, IMPORTS);
		assertThat(install().interpreter()).isEqualTo(python);
	}

	@Test
	void aPythonNewerThanThePackagesComesLast() throws Exception {
		this.host.hasPython("python3", "3.15", true, true, MAKES_VENV, INSTALLS, IMPORTS);
		Path python = this.host.hasPython("python3.11", "3.11", false, true, INSTALLS, IMPORTS);
		assertThat(install().interpreter()).isEqualTo(python);
	}

	@Test
	void noPythonIsSaid() {
		assertUnavailable("Milvus Lite needs Python 3.10 or newer, and no Python was found on the PATH: "
				+ "install Python 3.10 or newer, or set milvus.uri to a running Milvus.");
	}

	@Test
	void aPythonThatIsTooOldIsNamed() throws Exception {
		Path python = this.host.hasPython("python3", "3.9", true, true);
		assertUnavailable("Milvus Lite needs Python 3.10 or newer, and only Python 3.9 (" + python
				+ ") was found on the PATH: " + "install Python 3.10 or newer, or set milvus.uri to a running Milvus.");
	}

	@Test
	void aPythonWithNeitherVenvNorPipIsNamed() throws Exception {
		Path python = this.host.hasPython("python3", "3.11", false, false);
		assertUnavailable("Python 3.11 (" + python + ") has neither venv nor pip, so Milvus Lite cannot be installed "
				+ "with it: install one of them (on Debian and Ubuntu the package python3-venv), "
				+ "or set milvus.uri to a running Milvus.");
	}

	@Test
	void whatPipSaysLastIsQuoted() throws Exception {
		this.host.hasPython("python3", "3.12", true, true, MAKES_VENV, FAILS);
		assertUnavailable("Milvus Lite could not be installed from the package registry "
				+ "(pip: ERROR: No matching distribution): check the network and pip's settings, "
				+ "or install milvus-lite and pymilvus yourself, or set milvus.uri to a running Milvus.");
	}

	@Test
	void packagesThatCannotBeImportedAreNotAnInstallation() throws Exception {
		this.host.hasPython("python3", "3.12", false, true, INSTALLS, "echo 'MISSING libgomp.so.1'");
		assertThatExceptionOfType(MilvusLiteUnavailableException.class).isThrownBy(this::install)
			.withMessageContaining("libgomp.so.1");
	}

	private void assertUnavailable(String message) {
		assertThatExceptionOfType(MilvusLiteUnavailableException.class).isThrownBy(this::install).withMessage(message);
	}

	private MilvusLitePython install() {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			return new MilvusLiteInstallation(this.host.environment(), bootstrap,
					Bootstrap.resource("requirements.txt"))
				.into(this.target);
		}
	}

}
