package io.github.milvusspring.data.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.rebuild.CollectionRebuilder;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.rebuild.RebuildProgress.Step;
import io.github.milvusspring.data.rebuild.RebuildResult;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A rebuild whose application or server dies at any of its steps is finished by the next
 * one, and no row is lost.
 */
class RebuildCrashIT {

	private static final int ROWS = 777;

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@ParameterizedTest
	@EnumSource(Step.class)
	void noRowIsLostWhenTheApplicationDies(Step step) throws Exception {
		MilvusTemplate template = this.milvus.template();
		Notes.write(template, ROWS);
		Map<Object, String> before = Notes.rows(template, "notes");
		assertThat(before).hasSize(ROWS);
		String database = this.milvus.connection().client().currentUsedDatabase();
		assertThat(child(MilvusLiteServer.uri(), database, step.name())).isEqualTo(RebuildChild.DEAD);
		requireFinished(this.milvus.connection(), before);
	}

	@ParameterizedTest
	@EnumSource(value = Step.class, names = { "RENAMED", "COPYING", "SWITCHED", "FINISHED" })
	void noRowIsLostWhenTheServerDies(Step step, @TempDir Path folder) {
		MilvusLiteOptions options = MilvusLiteOptions.defaults().withDataDirectory(folder);
		Map<Object, String> before;
		try (MilvusLite server = MilvusLite.start(options);
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(server.uri()))) {
			Notes.write(template(connection), ROWS);
			before = Notes.rows(template(connection), "notes");
			RebuildOptions killing = RebuildChild.OPTIONS.withProgress((progress) -> {
				if (progress.step() == step) {
					kill(server);
				}
			});
			if (step != Step.FINISHED) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> new CollectionRebuilder(template(connection)).rebuild(Notes.New.class, killing));
			}
			else {
				new CollectionRebuilder(template(connection)).rebuild(Notes.New.class, killing);
			}
		}
		try (MilvusLite server = MilvusLite.start(options);
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(server.uri()))) {
			requireFinished(connection, before);
		}
	}

	private static void kill(MilvusLite server) {
		ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
	}

	private static void requireFinished(MilvusConnection connection, Map<Object, String> before) {
		RebuildResult result = new CollectionRebuilder(template(connection)).rebuild(Notes.New.class,
				RebuildChild.OPTIONS);
		assertThat(result.newCollection()).isEqualTo("notes_v2");
		MilvusTemplate template = template(connection);
		assertThat(template.count(Filter.all(), Notes.New.class)).isEqualTo(ROWS);
		assertThat(Notes.rows(template, "notes")).isEqualTo(before);
		assertThat(template.aliases().find("notes")).isEqualTo("notes_v2");
		assertThat(template.collections().names()).containsExactlyInAnyOrder("notes_v1", "notes_v2");
		template.collection("notes_v1").load();
		assertThat(Notes.rows(template, "notes_v1")).isEqualTo(before);
	}

	private static MilvusTemplate template(MilvusConnection connection) {
		return new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
	}

	private static int child(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
						"-XX:TieredStopAtLevel=1", "-cp",
						System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						RebuildChild.class.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
