package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.Assert;

/**
 * Creates the bean of one repository.
 *
 * @param <T> the repository interface
 * @param <S> the entity class
 * @param <ID> the type of its key
 */
public class MilvusRepositoryFactoryBean<T extends Repository<S, ID>, S, ID>
		extends RepositoryFactoryBeanSupport<T, S, ID> {

	private @Nullable MilvusOperations operations;

	private @Nullable ApplicationEventPublisher publisher;

	/**
	 * Creates a factory bean.
	 * @param repositoryInterface the repository interface
	 */
	public MilvusRepositoryFactoryBean(Class<? extends T> repositoryInterface) {
		super(repositoryInterface);
	}

	/**
	 * Sets the operations that the repository calls.
	 * @param operations the operations, usually the {@code MilvusTemplate}
	 */
	public void setMilvusOperations(MilvusOperations operations) {
		this.operations = operations;
		setMappingContext(operations.getConverter().getMappingContext());
	}

	@Override
	public void setApplicationEventPublisher(ApplicationEventPublisher publisher) {
		super.setApplicationEventPublisher(publisher);
		this.publisher = publisher;
	}

	@Override
	protected RepositoryFactorySupport createRepositoryFactory() {
		Assert.state(this.operations != null, "A MilvusOperations bean is needed");
		MilvusRepositoryFactory factory = new MilvusRepositoryFactory(this.operations);
		ApplicationEventPublisher events = this.publisher;
		if (events != null) {
			factory.addRepositoryProxyPostProcessor((proxy, information) -> {
				DomainEvents ofEntity = DomainEvents.of(information.getDomainType());
				if (ofEntity != null) {
					proxy.addAdvice(new DomainEventPublication(ofEntity, events));
				}
			});
		}
		return factory;
	}

}
