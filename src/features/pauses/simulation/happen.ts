/** What each happening of a scenario does to the computer, and what the shell on it then tells the engine. */
import { type SimulatedComputer } from './computer.ts';
import { type Happening } from './scenario.ts';

export function happen(computer: SimulatedComputer, happening: Happening): void {
  const { person, clock } = computer;
  const { wall } = clock;
  switch (happening.type) {
    case 'input':
    case 'unlock':
    case 'touch': {
      const unseen = person.idleNoticed || happening.type === 'unlock';
      if (happening.type === 'unlock') person.locked = false;
      if (happening.type === 'touch') person.touch();
      else person.work();
      computer.awaitIdle(happening.type !== 'touch');
      if (unseen) computer.see();
      break;
    }
    case 'idle':
      person.rest();
      computer.awaitIdle();
      break;
    case 'lock':
      person.rest();
      person.locked = true;
      computer.awaitIdle(true);
      computer.see();
      break;
    case 'sleep':
      clock.sleep();
      break;
    case 'wake':
      clock.wake();
      if (!person.locked) person.work();
      computer.awaitIdle(true);
      computer.knock();
      break;
    case 'meeting':
    case 'sharing':
    case 'media':
    case 'fullscreen':
    case 'typing':
      person.surround(happening.type, happening.on);
      computer.see();
      break;
    case 'clock':
      computer.setClock(happening.byMs);
      break;
    case 'zone':
      clock.zone = happening.zone;
      break;
    case 'worker death':
      computer.die();
      break;
    case 'close':
      computer.close();
      break;
    case 'open':
      computer.open();
      break;
    case 'answer':
      computer.tell(happening);
      break;
    case 'skip':
      computer.send({ type: 'skipped', ...about(happening) });
      break;
    case 'not today':
      computer.send({ type: 'notToday', ...about(happening) });
      break;
    case 'pause now':
      computer.send({ type: 'pauseNow', ...about(happening) });
      break;
    case 'quiet':
      if (happening.lengthMs > 0)
        computer.send({ type: 'quiet', until: wall + happening.lengthMs });
      else computer.send({ type: 'quietEnded' });
      break;
    case 'call':
      computer.send({ type: 'call', until: wall + happening.lengthMs });
      break;
    case 'anchor':
      computer.send({ type: 'anchor', anchor: happening.anchor, at: wall });
      break;
  }
}

const about = ({ prompt }: { readonly prompt?: string }): { readonly prompt?: string } =>
  prompt === undefined ? {} : { prompt };
