import { LinkCard } from '@navikt/ds-react/LinkCard'

/** A large choice: the whole card is the link. The strong ones stand right below the page's own heading. */
export function DoorCard(props: { href: string; title: string; text: string; strong?: boolean }) {
  return (
    <LinkCard className={props.strong ? 'door door--strong' : 'door'} arrowPosition="center">
      <LinkCard.Title as={props.strong ? 'h2' : 'h3'}>
        <LinkCard.Anchor href={props.href}>{props.title}</LinkCard.Anchor>
      </LinkCard.Title>
      <LinkCard.Description>{props.text}</LinkCard.Description>
    </LinkCard>
  )
}
