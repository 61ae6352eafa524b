package io.github.milvusspring.sample.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.sample.SampleProperties;
import io.github.milvusspring.sample.embedding.MiniLmEmbedder;
import io.github.milvusspring.sample.index.IndexStatus.State;
import io.github.milvusspring.sample.metadata.Jars;
import io.github.milvusspring.sample.metadata.PropertyCatalog;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DataMilvusTest
class PropertyIndexerIT {

	@Autowired
	private SpringPropertyRepository repository;

	@Autowired
	private MilvusOperations operations;

	@Autowired
	private Embedding embedding;

	@TempDir
	private Path folder;

	private final List<String> embedded = new ArrayList<>();

	private final List<IndexStatus> statuses = new ArrayList<>();

	@BeforeEach
	void threeJars() throws IOException {
		this.repository.deleteAll();
		Jars.write(jar("a-1.0"), Jars.property("a", "First."));
		Jars.write(jar("b-1.0"), Jars.property("b", "Second."));
		Jars.write(jar("c-1.0"), Jars.property("c", ""));
	}

	@Test
	void firstRunWritesAllInBatches() {
		IndexStatus status = indexer(this::vectors).index();
		assertThat(counts(status)).containsExactly(3, 0, 0);
		assertThat(this.embedded).containsExactly("First.\na", "Second.\nb", "\nc");
		assertThat(this.statuses).extracting(IndexStatus::state)
			.containsExactly(State.READING, State.WRITING, State.WRITING, State.WRITING, State.READY);
		assertThat(this.repository.findById("a")).get()
			.usingRecursiveComparison()
			.ignoringFields("fingerprint")
			.isEqualTo(new SpringProperty("a", "First.", null, null, "a", "1.0", false, null, null, "First a a", "",
					vector()));
	}

	@Test
	void secondRunWritesNothing() {
		indexer(this::vectors).index();
		this.embedded.clear();
		assertThat(counts(indexer(this::vectors).index())).containsExactly(0, 3, 0);
		assertThat(this.embedded).isEmpty();
		assertThat(this.repository.count()).isEqualTo(3);
	}

	@Test
	void laterRunWritesWhatChangedAndRemovesWhatHasGone() throws IOException {
		indexer(this::vectors).index();
		this.embedded.clear();
		Jars.write(jar("a-1.0"), Jars.property("a", "Changed."));
		Files.delete(jar("b-1.0"));
		Jars.write(jar("d-1.0"), Jars.property("d", "Fourth."));
		assertThat(counts(indexer(this::vectors).index())).containsExactly(2, 1, 1);
		assertThat(this.embedded).containsExactly("Changed.\na", "Fourth.\nd");
		assertThat(this.repository.findAll()).extracting(SpringProperty::name).containsExactlyInAnyOrder("a", "c", "d");
		assertThat(this.repository.findById("a")).get().extracting(SpringProperty::description).isEqualTo("Changed.");
	}

	@Test
	void runGoesOnWhereTheOneBeforeWasCutOff() {
		TextEmbedder failing = (texts) -> {
			if (texts.contains("\nc")) {
				throw new IllegalStateException("out of memory");
			}
			return vectors(texts);
		};
		assertThatExceptionOfType(BatchWriteException.class).isThrownBy(() -> indexer(failing).index())
			.havingRootCause()
			.withMessage("out of memory");
		assertThat(this.statuses).last().extracting(IndexStatus::state).isEqualTo(State.FAILED);
		assertThat(counts(indexer(this::vectors).index())).containsExactly(1, 2, 0);
		assertThat(this.repository.count()).isEqualTo(3);
	}

	@Test
	void stoppedRunIsNotReady() {
		PropertyIndexer[] indexer = new PropertyIndexer[1];
		indexer[0] = indexer((texts) -> {
			indexer[0].stop();
			return vectors(texts);
		});
		assertThat(indexer[0].index().state()).isEqualTo(State.WRITING);
		assertThat(this.repository.count()).isEqualTo(2);
	}

	@Test
	void librariesAreCounted() throws IOException {
		Jars.write(jar("a-2.0"), Jars.property("aa", "Another of the same library."));
		indexer(this::vectors).index();
		assertThat(new IndexedRows(this.operations).artifacts()).containsEntry("a", 2).containsEntry("b", 1).hasSize(3);
	}

	private Path jar(String name) {
		return this.folder.resolve(name + ".jar");
	}

	private PropertyIndexer indexer(TextEmbedder embedder) {
		this.embedding.answer = embedder;
		PropertyCatalog catalog = new PropertyCatalog(ClassLoader.getPlatformClassLoader(), List.of(this.folder));
		return new PropertyIndexer(catalog, this.repository, new IndexedRows(this.operations),
				new IndexProgress(this.statuses::add), new SampleProperties(List.of(), true, 2, 1));
	}

	private List<float[]> vectors(List<String> texts) {
		this.embedded.addAll(texts);
		return texts.stream().map((text) -> vector()).toList();
	}

	private static List<Integer> counts(IndexStatus status) {
		return List.of(status.written(), status.unchanged(), status.removed());
	}

	private static float[] vector() {
		float[] vector = new float[MiniLmEmbedder.DIMENSION];
		vector[0] = 1;
		return vector;
	}

	/** The embedder of the application, whose answers each test chooses. */
	private static final class Embedding implements TextEmbedder {

		private TextEmbedder answer;

		@Override
		public List<float[]> embed(List<String> texts) {
			return this.answer.embed(texts);
		}

	}

	@TestConfiguration
	static class Embedder {

		@Bean
		Embedding embedding() {
			return new Embedding();
		}

	}

}
