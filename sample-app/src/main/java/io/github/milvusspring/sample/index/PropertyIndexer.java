package io.github.milvusspring.sample.index;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.sample.SampleProperties;
import io.github.milvusspring.sample.embedding.PropertyText;
import io.github.milvusspring.sample.embedding.TextEmbedder;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import io.github.milvusspring.sample.metadata.PropertyCatalog;

import org.springframework.stereotype.Component;

/**
 * Brings the index up to date: embeds and writes what changed and removes what has gone.
 */
@Component
public class PropertyIndexer {

	private final PropertyCatalog catalog;

	private final TextEmbedder embedder;

	private final SpringPropertyRepository repository;

	private final IndexedRows indexed;

	private final IndexProgress progress;

	private final int batchSize;

	private volatile boolean stopped;

	PropertyIndexer(PropertyCatalog catalog, TextEmbedder embedder, SpringPropertyRepository repository,
			IndexedRows indexed, IndexProgress progress, SampleProperties properties) {
		this.catalog = catalog;
		this.embedder = embedder;
		this.repository = repository;
		this.indexed = indexed;
		this.progress = progress;
		this.batchSize = properties.batchSize();
	}

	/**
	 * Does one run and says how it went.
	 * @return the status at the end
	 */
	public synchronized IndexStatus index() {
		try {
			this.progress.reading();
			IndexChanges changes = IndexChanges.between(this.catalog.read(), this.indexed.fingerprints());
			this.progress.writing(changes);
			this.repository.deleteAllById(changes.toRemove());
			write(changes.toWrite());
			if (!this.stopped) {
				this.progress.ready();
			}
		}
		catch (RuntimeException ex) {
			this.progress.failed(ex);
			throw ex;
		}
		return this.progress.status();
	}

	/**
	 * Ends a run after its current batch; the next run goes on from there.
	 */
	void stop() {
		this.stopped = true;
	}

	private void write(List<DeclaredProperty> properties) {
		for (int from = 0; from < properties.size() && !this.stopped; from += this.batchSize) {
			List<DeclaredProperty> batch = properties.subList(from, Math.min(from + this.batchSize, properties.size()));
			this.repository.upsertAll(rows(batch));
			this.progress.written(batch.size());
		}
	}

	private List<SpringProperty> rows(List<DeclaredProperty> batch) {
		List<float[]> vectors = this.embedder.embedAll(batch.stream().map(PropertyText::of).toList());
		List<SpringProperty> rows = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++) {
			rows.add(SpringProperty.of(batch.get(i), vectors.get(i)));
		}
		return rows;
	}

}
