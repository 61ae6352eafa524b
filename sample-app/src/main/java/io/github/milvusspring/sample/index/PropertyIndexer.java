package io.github.milvusspring.sample.index;

import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.sample.SampleProperties;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import io.github.milvusspring.sample.metadata.PropertyCatalog;

import org.springframework.stereotype.Component;

/**
 * Brings the index up to date: writes what changed and removes what has gone.
 */
@Component
public class PropertyIndexer {

	private final PropertyCatalog catalog;

	private final SpringPropertyRepository repository;

	private final IndexedRows indexed;

	private final IndexProgress progress;

	private final BatchOptions batches;

	private volatile boolean stopped;

	PropertyIndexer(PropertyCatalog catalog, SpringPropertyRepository repository, IndexedRows indexed,
			IndexProgress progress, SampleProperties properties) {
		this.catalog = catalog;
		this.repository = repository;
		this.indexed = indexed;
		this.progress = progress;
		// While one batch is under way, the vectors of the next are computed.
		this.batches = BatchOptions.DEFAULT.withBatches(properties.batchSize(), BatchOptions.DEFAULT.maxBytes())
			.withWindow(1)
			.withProgress((batch) -> progress.written((int) batch.rows() - progress.status().written()));
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
			this.repository.upsertAll(rows(changes.toWrite()), this.batches);
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
	 * Ends a run after the batches that are begun; the next run goes on from there.
	 */
	void stop() {
		this.stopped = true;
	}

	private Stream<SpringProperty> rows(List<DeclaredProperty> properties) {
		return properties.stream().takeWhile((property) -> !this.stopped).map(SpringProperty::of);
	}

}
