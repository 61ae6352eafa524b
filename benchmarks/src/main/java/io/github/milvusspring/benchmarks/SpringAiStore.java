package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.milvus.client.MilvusServiceClient;
import io.milvus.param.ConnectParam;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.BatchingStrategy;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.milvus.MilvusVectorStore;

/**
 * Spring AI's store with the same rows: the title is the content, the price is metadata,
 * and neither counting tokens nor embedding costs anything.
 */
final class SpringAiStore implements AutoCloseable {

	static final String COLLECTION = "vector_store";

	private final List<Document> documents;

	private final EmbeddingModel model;

	private @Nullable MilvusServiceClient client;

	private @Nullable MilvusVectorStore store;

	SpringAiStore(List<Doc> docs) {
		this.documents = docs.stream()
			.map((doc) -> new Document(Long.toString(doc.id()), doc.title(), Map.of("price", doc.price())))
			.toList();
		this.model = new ReadyEmbeddings(docs.stream().map(Doc::embedding).toList());
	}

	void open(String uri) {
		this.client = new MilvusServiceClient(
				ConnectParam.newBuilder().withUri(uri).withKeepAliveTime(330, TimeUnit.SECONDS).build());
		this.store = MilvusVectorStore.builder(this.client, this.model)
			.collectionName(COLLECTION)
			.embeddingDimension(Doc.DIMENSION)
			.batchingStrategy(List::of)
			.build();
	}

	void add() {
		if (this.store == null) {
			throw new IllegalStateException("The store is not open");
		}
		this.store.add(this.documents);
	}

	@Override
	public void close() {
		if (this.client != null) {
			this.client.close();
		}
	}

	/**
	 * A model that knows the answer.
	 *
	 * @param embeddings one for each document
	 */
	private record ReadyEmbeddings(List<float[]> embeddings) implements EmbeddingModel {

		@Override
		public List<float[]> embed(List<Document> documents, EmbeddingOptions options, BatchingStrategy strategy) {
			return this.embeddings;
		}

		@Override
		public int dimensions() {
			return Doc.DIMENSION;
		}

		@Override
		public float[] embed(Document document) {
			throw new UnsupportedOperationException("Documents are embedded together");
		}

		@Override
		public EmbeddingResponse call(EmbeddingRequest request) {
			throw new UnsupportedOperationException("Documents are embedded together");
		}

	}

}
