package io.github.milvusspring.lite;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies which Python interpreter is used for Milvus Lite: the configured one, the one
 * on the PATH, or a previous installation.
 */
@DisabledOnOs(OS.WINDOWS)
class MilvusLiteSearchTests {

	private static final String HAS_MILVUS_LITE = "echo FOUND";

	private static final String HAS_NONE = "echo \"MISSING No module named 'milvus_lite'\"";

	@TempDir
	private Path directory;

	private FakeHost host;

	private MilvusLiteOptions options;

	@BeforeEach
	void createHost() throws Exception {
		this.host = new FakeHost(this.directory);
		this.options = MilvusLiteOptions.defaults()
			.withCacheDirectory(this.directory.resolve("cache"))
			.withProvision(false);
	}

	@Test
	void aConfiguredInterpreterIsTaken() throws Exception {
		Path python = this.host.has("my-python", HAS_MILVUS_LITE);
		this.options = this.options.withCommand(python.toString());
		assertThat(find()).isEqualTo(new MilvusLitePython(python, null, false));
	}

	@Test
	void aConfiguredNameIsLookedUpOnThePath() throws Exception {
		Path python = this.host.has("my-python", HAS_MILVUS_LITE);
		this.options = this.options.withCommand("my-python");
		assertThat(find().interpreter()).isEqualTo(python);
	}

	@Test
	void aConfiguredMilvusLiteGivesItsInterpreter() throws Exception {
		Path python = this.host.has("my-python", HAS_MILVUS_LITE);
		Path command = FakeHost.script(this.directory.resolve("other/milvus-lite"), "#!" + python + "\nimport x\n");
		this.options = this.options.withCommand(command.toString());
		assertThat(find().interpreter()).isEqualTo(python);
	}

	@Test
	void aConfiguredCommandThatIsNotThereIsNotReplacedByAnother() throws Exception {
		milvusLiteOnPath("#!" + this.host.has("good", HAS_MILVUS_LITE) + "\n");
		this.options = this.options.withCommand("/nowhere/python");
		assertUnavailable("/nowhere/python is not an executable");
	}

	@Test
	void aConfiguredCommandWithoutMilvusLiteIsRefusedWithTheReason() throws Exception {
		this.options = this.options.withCommand(this.host.has("bare", HAS_NONE).toString());
		assertUnavailable("No module named 'milvus_lite'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "#!%s\n", "#! %s -s\n", "#!/usr/bin/env good\n",
			"#!/bin/sh\n'''exec' \"%s\" \"$0\" \"$@\"\n' '''\n", "#!/bin/sh\n'''exec' %s \"$0\" \"$@\"\n' '''\n" })
	void theInterpreterOfMilvusLiteOnThePathIsTaken(String start) throws Exception {
		Path python = this.host.has("good", HAS_MILVUS_LITE);
		milvusLiteOnPath(start.formatted(python));
		assertThat(find().interpreter()).isEqualTo(python);
	}

	@Test
	void aBrokenMilvusLiteOnThePathIsPassedOver() throws Exception {
		milvusLiteOnPath("#!" + this.host.has("broken", "echo 'command not found' >&2", "exit 127") + "\n");
		Path installed = installedBefore();
		assertThat(find()).isEqualTo(new MilvusLitePython(installed, null, true));
	}

	@Test
	void aMilvusLiteWithoutAnInterpreterIsPassedOver() throws Exception {
		milvusLiteOnPath("\u0000binary");
		Path installed = installedBefore();
		assertThat(find().interpreter()).isEqualTo(installed);
	}

	@Test
	void whatWasInstalledBeforeIsTakenWithoutRunningAnything() throws Exception {
		Path installed = installedBefore();
		FakeHost.script(installed, "#!/bin/sh\necho ran > " + this.directory.resolve("ran") + "\n");
		assertThat(find().interpreter()).isEqualTo(installed);
		assertThat(this.directory.resolve("ran")).doesNotExist();
	}

	@Test
	void withoutPermissionToInstallTheMessageSaysSo() throws Exception {
		this.host.hasPython("python3", "3.12", true, true);
		assertUnavailable("installing it is switched off");
	}

	private void milvusLiteOnPath(String text) throws Exception {
		this.host.hasFile("milvus-lite", text);
	}

	private Path installedBefore() throws Exception {
		MilvusLiteEnvironment environment = new MilvusLiteEnvironment(this.directory.resolve("cache"),
				Bootstrap.resource("requirements.txt"));
		Path python = FakeHost.script(this.directory.resolve("installed/python"), "#!/bin/sh\n");
		Files.createDirectories(environment.folder());
		Files.writeString(environment.folder().resolve(".complete"), python + "\n");
		return python;
	}

	private void assertUnavailable(String reason) {
		assertThatExceptionOfType(MilvusLiteUnavailableException.class).isThrownBy(this::find)
			.withMessageContaining(reason)
			.withMessageEndingWith(", or set milvus.uri to a running Milvus.");
	}

	private MilvusLitePython find() {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			return new MilvusLiteSearch(this.options, this.host.environment(), bootstrap).find();
		}
	}

}
