package io.github.milvusspring.lite;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Specifies which environment variables are passed on to a server and to an installer.
 */
class HostEnvironmentTests {

	@ParameterizedTest
	@ValueSource(strings = { "PATH", "Path", "HOME", "TMPDIR", "LANG", "LC_ALL", "SystemRoot", "LD_LIBRARY_PATH",
			"PYENV_VERSION", "MILVUS_LITE_WAL_SIZE_LIMIT_BYTES" })
	void whatAPythonNeedsIsPassedOn(String name) {
		HostEnvironment environment = new HostEnvironment(Map.of(name, "value"));
		assertThat(environment.ofAServer()).isEqualTo(environment);
		assertThat(environment.ofAnInstallation()).isEqualTo(environment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https_proxy", "NO_PROXY", "SSL_CERT_FILE", "XDG_CACHE_HOME", "PIP_INDEX_URL",
			"PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_FIND_LINKS", "PIP_CONFIG_FILE", "UV_DEFAULT_INDEX",
			"UV_INDEX_INTERNAL_PASSWORD", "UV_CACHE_DIR" })
	void whereToFetchFromIsOfInterestToAnInstallationAlone(String name) {
		HostEnvironment environment = new HostEnvironment(Map.of(name, "value"));
		assertThat(environment.ofAnInstallation()).isEqualTo(environment);
		assertThat(environment.ofAServer().variables()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DB_PASSWORD", "MILVUS_TOKEN", "AWS_SECRET_ACCESS_KEY", "OPENAI_API_KEY", "PYTHONPATH",
			"PYTHONSTARTUP", "PYTHONHOME", "LD_PRELOAD", "PIP_TARGET", "PIP_REQUIREMENT", "PIP_CONSTRAINT",
			"PIP_PREFIX", "PIP_NO_BINARY", "UV_CONSTRAINT", "MY_PATH" })
	void nothingElseIsPassedOn(String name) {
		HostEnvironment environment = new HostEnvironment(Map.of(name, "value"));
		assertThat(environment.ofAServer().variables()).isEmpty();
		assertThat(environment.ofAnInstallation().variables()).isEmpty();
	}

	@Test
	void aVariableMoreLeavesTheRest() {
		Map<String, String> variables = new HashMap<>(Map.of("PATH", "/bin"));
		HostEnvironment environment = new HostEnvironment(variables).with("HOME", "/home/me");
		variables.put("HOME", "/home/me");
		assertThat(environment.variables()).isEqualTo(variables);
	}

}
